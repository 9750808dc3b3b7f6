import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { escapeIdentifier } from 'pg';
import { systemClock } from '../../lib/Clock';
import { silentLogger } from '../../lib/Logger';
import { socketState } from '../embedded/socketState';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../embedded/startEmbeddedPostgres';
import { createTemplate, dropTemplate } from './createTemplate';
import { testServerNames, type TestServerName, type TestTemplate } from './TestTemplate';
import { withClient } from './withClient';

const folderPrefix = 'seamark-test-';
const socketName = 'templates.sock';

/**
 * Lives in the process that runs jest and hands templates to its workers over a Unix socket. The database is started,
 * and migrated, when the first suite asks for it: suites without one pay nothing.
 */
export class TemplateServer {
  readonly #folder: string;
  readonly #givenUrl: string | undefined;
  readonly #templates = new Map<TestServerName, Promise<TestTemplate>>();
  readonly #server: Server;
  #embedded: Promise<EmbeddedPostgres> | undefined;

  private constructor(folder: string, givenUrl: string | undefined) {
    this.#folder = folder;
    this.#givenUrl = givenUrl;
    this.#server = createServer((request, response) => {
      const [, server, database] = request.url?.split('/') ?? [];
      const name = testServerNames.find((known) => known === server);
      if (name !== undefined && database !== undefined) {
        void this.#drop(name, database);
        response.end();
        return;
      }
      const template = name ? this.#template(name) : Promise.reject(new Error(`No such server: ${request.url ?? ''}`));
      template.then(
        (found) => response.end(JSON.stringify(found)),
        (cause: unknown) =>
          response.writeHead(500).end(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause))
      );
    });
  }

  /** @param givenUrl of another server, whose user may create roles and databases */
  static async start(givenUrl: string | undefined): Promise<TemplateServer> {
    await removeAbandoned();
    const folder = await mkdtemp(join(tmpdir(), folderPrefix));
    // PostgreSQL runs as another user when the tests run as root, and must get through.
    await chmod(folder, 0o711);
    const templates = new TemplateServer(folder, givenUrl);
    await new Promise<void>((resolve, reject) => {
      templates.#server.once('error', reject).listen(templates.socketPath, resolve);
    });
    return templates;
  }

  get socketPath(): string {
    return join(this.#folder, socketName);
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
    const given = await this.#templates.get('given')?.catch(() => undefined);
    if (given && this.#givenUrl !== undefined) {
      await dropTemplate(this.#givenUrl, given);
    }
    const embedded = await this.#embedded?.catch(() => undefined);
    await embedded?.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  #template(name: TestServerName): Promise<TestTemplate> {
    const template = this.#templates.get(name) ?? this.#serverUrl(name).then(createTemplate);
    this.#templates.set(name, template);
    return template;
  }

  /** Waits for connections that are being closed; what is left open then goes with the template. */
  async #drop(name: TestServerName, database: string): Promise<void> {
    try {
      const { maintenanceUrl } = await this.#template(name);
      const drop = `drop database if exists ${escapeIdentifier(database)}`;
      await withClient(maintenanceUrl, (client) => client.query(drop));
    } catch {
      // Nobody is left to be told.
    }
  }

  async #serverUrl(name: TestServerName): Promise<string> {
    if (name === 'given') {
      if (this.#givenUrl === undefined) {
        throw new Error('SEAMARK_TEST_DATABASE_URL is not set');
      }
      return this.#givenUrl;
    }
    this.#embedded ??= startEmbeddedPostgres({
      dataDir: join(this.#folder, 'data'),
      uid: 65534,
      logger: silentLogger,
      clock: systemClock,
      // Several workers with pools of their own share it, and nothing in it has to survive a power cut.
      settings: { max_connections: '150', fsync: 'off', full_page_writes: 'off', shared_buffers: '128MB' },
      ownerMayCreateDatabases: true,
    });
    return (await this.#embedded).ownerUrl;
  }
}

/** Folders of runs that were killed, which had no time to remove them. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (name.startsWith(folderPrefix) && (await socketState(join(folder, socketName))) === 'dead') {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
