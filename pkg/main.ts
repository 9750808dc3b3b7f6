import type { FastifyInstance } from 'fastify';
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { version } from '../package.json';
import { runMigrate } from './commands/migrate';
import { runPlugin } from './commands/plugin';
import { runServe, type RunningServer } from './commands/serve';
import type { Config } from './config/Config';
import { generatedSecret } from './config/generatedSecret';
import { loadConfig } from './config/loadConfig';
import { unknownSettings, type Environment } from './config/settings';
import { createQueryRunner } from './domain/query/createQueryRunner';
import { serverStatus } from './domain/status/serverStatus';
import { remoteServer } from './grafana/server/remoteServer';
import type { SeamarkServer } from './grafana/server/SeamarkServer';
import { createAdminApp } from './http/admin/createAdminApp';
import { createIngestApp } from './http/ingest/createIngestApp';
import { listen } from './http/listen';
import { startJobs } from './jobs/startJobs';
import { systemClock, type Clock } from './lib/Clock';
import { createLogger } from './lib/log/createLogger';
import { jsonFormat } from './lib/log/jsonFormat';
import { lineSink } from './lib/log/lineSink';
import { redirectConsole } from './lib/log/redirectConsole';
import type { Logger } from './lib/Logger';
import { OperatorError } from './lib/OperatorError';
import { startEmbeddedPostgres } from './store/embedded/startEmbeddedPostgres';
import { migrate } from './store/migrations/migrate';
import { knownSchema } from './store/migrations/migrations';
import { openStore } from './store/openStore';
import { createQueryStore } from './store/query/createQueryStore';
import { roleLogins } from './store/roles/roleLogins';
import { prometheusWriterMetrics } from './store/writer/prometheusWriterMetrics';

interface Parts {
  config: Config;
  clock: Clock;
  logger: Logger;
  /** Grafana is set up to run more than once. */
  severalGrafanas: boolean;
}

interface OpenDatabase {
  mode: 'embedded' | 'external';
  /** Connects as the owner. */
  url: string;
  stop(): Promise<void>;
}

interface ComposedServer extends RunningServer {
  admin: FastifyInstance;
  registry: Registry;
  /** Lives in memory: the plugin of this process speaks with it. */
  remoteSecret: string;
}

async function openDatabase({ config, clock, logger }: Parts): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) {
    return { mode: 'external', url: config.databaseUrl, stop: () => Promise.resolve() };
  }
  const embedded = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    uid: config.postgresUid,
    logger: logger.named('postgres'),
    clock,
  });
  return { mode: 'embedded', url: embedded.ownerUrl, stop: () => embedded.stop() };
}

function encryptionKey(config: Config): Buffer {
  return config.encryptionKey ?? Buffer.from(generatedSecret(config.dataDir, 'encryption-key'), 'hex');
}

/** Puts the server together and starts it; whatever was started is stopped again, in reverse, when a later part fails. */
async function startServer(parts: Parts): Promise<ComposedServer> {
  const { config, clock, logger, severalGrafanas } = parts;
  const undo: Array<() => Promise<unknown>> = [];
  const stopAll = async (): Promise<void> => {
    for (let step = undo.pop(); step; step = undo.pop()) {
      await step().catch((cause: unknown) => logger.error('a part did not stop cleanly', cause));
    }
  };
  try {
    const adminToken = config.adminToken ?? generatedSecret(config.dataDir, 'admin-token');
    const masterKey = encryptionKey(config);
    const remoteSecret = randomBytes(32).toString('base64url');
    const registry = new Registry();
    collectDefaultMetrics({ register: registry, prefix: 'seamark_' });

    const database = await openDatabase(parts);
    undo.push(() => database.stop());
    const logins = roleLogins(database.url, masterKey);
    await migrate({ ownerUrl: database.url, roles: logins.roles, rolePasswords: logins.passwords, logger, clock });
    const store = openStore({
      url: database.url,
      ...logins,
      masterKey,
      clock,
      logger: logger.named('store'),
      metrics: prometheusWriterMetrics(registry),
    });
    undo.push(() => store.close());
    const jobs = startJobs(store.maintenance, clock, logger.named('jobs'));
    undo.push(() => jobs.stop());

    const queries = createQueryRunner({ store: createQueryStore({ pool: store.pools.query }), clock });
    const admin = createAdminApp({
      apps: store.apps,
      tokens: store.tokens,
      queries,
      fields: queries,
      status: async () => {
        const found = await store.capabilities().catch(() => undefined);
        return serverStatus({
          version,
          ingestUrl: config.publicUrl,
          mode: database.mode,
          database: found && { version: found.version, sizeBytes: found.size_bytes, schema: found.schema },
          knownSchema,
          keyWasGenerated: config.encryptionKey === undefined,
          severalGrafanas,
        });
      },
      registry,
      logger: logger.named('admin'),
      clock,
      adminToken,
      remoteSecrets: [remoteSecret, ...(config.remoteToken === undefined ? [] : [config.remoteToken])],
      ingestUrl: config.publicUrl,
      version,
    });
    const ingest = createIngestApp({
      keys: store.keys,
      writer: store.writer,
      identity: store.identityKeys,
      paths: store.paths,
      ready: () => store.capabilities().then(
        () => true,
        () => false
      ),
      config,
      registry,
      clock,
      logger: logger.named('ingest'),
    });
    const adminAddress = await listen(admin, config.admin, 'SEAMARK_ADMIN_ADDR');
    undo.push(() => admin.close());
    const ingestAddress = await listen(ingest, config.ingest, 'SEAMARK_INGEST_ADDR');
    undo.push(() => ingest.close());
    return { admin, registry, remoteSecret, ingestAddress, adminAddress, stop: stopAll };
  } catch (cause) {
    await stopAll();
    throw cause;
  }
}

/** The server behind the plugin: another one where the settings name it, else one of its own in this process. */
async function openForPlugin(parts: Parts): Promise<SeamarkServer> {
  if (parts.config.remote) {
    return remoteServer(parts.config.remote);
  }
  const server = await startServer(parts);
  return {
    mode: 'embedded',
    token: server.remoteSecret,
    send: async ({ method, url, headers, body, signal }) => {
      const answer = await server.admin.inject({
        method: method as 'GET',
        url,
        headers: { ...headers },
        ...(body ? { payload: Buffer.from(body) } : {}),
        ...(signal ? { signal } : {}),
      });
      return { status: answer.statusCode, headers: answer.headers as Record<string, string>, body: answer.rawPayload };
    },
    metrics: () => server.registry.metrics(),
    stop: () => server.stop(),
  };
}

const environment: Environment = process.env;
const clock = systemClock;

/** A wrong setting is reported when it is first needed: the plugin has to stay up and say it through CheckHealth. */
function readParts(logger: Logger, startedByGrafana: boolean): Parts {
  const unknown = unknownSettings(environment);
  if (unknown.length > 0) {
    logger.warn('settings that nothing reads; perhaps a typing error', { names: unknown.join(', ') });
  }
  const program = /seamark\.cjs$/.test(process.argv[1] ?? '') ? (process.argv[1] ?? '') : process.execPath;
  const surroundings = { cwd: process.cwd(), pluginDir: startedByGrafana ? dirname(program) : undefined };
  return {
    config: loadConfig(environment, version, surroundings),
    clock,
    logger,
    severalGrafanas:
      startedByGrafana &&
      (Boolean(environment.GF_UNIFIED_ALERTING_HA_PEERS) || /^(mysql|postgres)/.test(environment.GF_DATABASE_TYPE ?? '')),
  };
}

interface Command {
  usage: string;
  summary: string;
  run(args: string[]): Promise<number | undefined>;
}

function serverLogger(): Logger {
  const logger = createLogger({ clock, format: jsonFormat, write: lineSink(process.stderr), name: 'seamark' });
  redirectConsole(logger.named('console'));
  return logger;
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const commands: Record<string, Command> = {
  serve: {
    usage: 'serve',
    summary: 'run the server without Grafana, until SIGTERM',
    run: () => {
      const logger = serverLogger();
      return runServe({
        start: () => startServer(readParts(logger, false)),
        logger,
        onStopSignal: (listener) => ['SIGTERM', 'SIGINT'].forEach((signal) => process.on(signal, listener)),
      });
    },
  },
  plugin: {
    usage: 'plugin',
    summary: 'what Grafana starts; does nothing by hand',
    run: () =>
      runPlugin({ version, clock, environment, open: async (logger) => openForPlugin(readParts(logger, true)) }),
  },
  migrate: {
    usage: 'migrate',
    summary: 'bring the database to the schema of this program',
    run: async () => {
      const parts = readParts(serverLogger(), false);
      const database = await openDatabase(parts);
      try {
        const { logger } = parts;
        await runMigrate({ databaseUrl: database.url, encryptionKey: encryptionKey(parts.config), clock, logger, print });
        return 0;
      } finally {
        await database.stop();
      }
    },
  },
};

function help(): string {
  const rows = Object.values(commands).map(({ usage, summary }) => `  ${usage.padEnd(24)}${summary}`);
  return `Seamark ${version}\n\nUsage: seamark <command>\n\n${rows.join('\n')}\n\nSettings are environment variables; README.md lists them.`;
}

/** Exit codes: 0 done, 1 failed with one clear line, 2 misuse. */
async function main(args: string[]): Promise<number | undefined> {
  const [name = environment.grafana_plugin_type ? 'plugin' : 'help', ...rest] = args;
  const command = commands[name];
  if (['help', '--help', '-h'].includes(name) || (command && rest.some((arg) => arg === '--help' || arg === '-h'))) {
    print(command ? `Usage: seamark ${command.usage}\n\n${command.summary}` : help());
    return 0;
  }
  if (name === '--version') {
    print(version);
    return 0;
  }
  if (!command) {
    process.stderr.write(`There is no command "${name}".\n\n${help()}\n`);
    return 2;
  }
  try {
    return await command.run(rest);
  } catch (cause) {
    if (cause instanceof OperatorError) {
      process.stderr.write(`${cause.message}\n`);
      return 1;
    }
    throw cause;
  }
}

void main(process.argv.slice(2)).then((code) => {
  // Undefined: the plugin is running and ends by itself.
  if (code !== undefined) {
    process.exit(code);
  }
});
