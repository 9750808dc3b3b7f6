import { Client } from 'pg';
import { FakeMailServer } from '../../pkg/delivery/testing/FakeMailServer';
import { FakeSlack } from '../../pkg/delivery/testing/FakeSlack';
import type { AdminClient } from '../../scripts/start/AdminClient';
import { ScratchServer } from '../../scripts/start/ScratchServer';
import type { ExternalPostgres } from '../faults/ExternalPostgres';
import { unlimitedApp, type UnlimitedApp } from '../unlimitedApp';

/** A real server on a database of its own, with a mail server and a Slack that it tells; channels `mail` and `slack`. */
export class NotifiedServer {
  readonly mails: FakeMailServer;
  readonly slack: FakeSlack;
  /** A superuser's session on its database. */
  readonly database: Client;
  readonly app: UnlimitedApp;
  readonly #server: ScratchServer;

  private constructor(
    server: ScratchServer,
    app: UnlimitedApp,
    database: Client,
    mails: FakeMailServer,
    slack: FakeSlack
  ) {
    this.#server = server;
    this.app = app;
    this.database = database;
    this.mails = mails;
    this.slack = slack;
  }

  static async open(postgres: ExternalPostgres, name: string): Promise<NotifiedServer> {
    const owner = new Client({ connectionString: postgres.url() });
    await owner.connect();
    await owner.query(`create database ${name}`);
    await owner.end();
    const url = new URL(name, postgres.url()).href;
    const mails = new FakeMailServer();
    const slack = new FakeSlack();
    const server = await ScratchServer.open({
      env: {
        SEAMARK_DATABASE_URL: url,
        SEAMARK_SMTP_URL: await mails.start(),
        SEAMARK_MAIL_FROM: 'alerts@shop.example',
        SEAMARK_WEBHOOK_ALLOW: '127.0.0.1',
      },
    });
    const bot = { bot_token: 'xoxb-0123456789', channel: 'C1', api_url: await slack.start() };
    const channels = [
      { name: 'mail', kind: 'email', settings: { to: ['oncall@shop.example'] } },
      { name: 'slack', kind: 'slack', settings: bot },
    ];
    for (const channel of channels) {
      await server.admin.call('POST', '/notification-channels', channel);
    }
    const database = new Client({ connectionString: url });
    await database.connect();
    return new NotifiedServer(server, await unlimitedApp(server.admin, 'shop'), database, mails, slack);
  }

  get admin(): AdminClient {
    return this.#server.admin;
  }

  /** Sends errors. Resolves when they are stored. */
  async collect(
    exceptions: ReadonlyArray<{ type: string; value: string; timestamp: string }>,
    page: string
  ): Promise<void> {
    const answer = await fetch(`${this.#server.ingestUrl}/collect/${this.app.browserKey}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://shop.example' },
      body: JSON.stringify({ meta: { page: { url: `https://shop.example${page}` } }, exceptions }),
    });
    if (!answer.ok) {
      throw new Error(`the server did not take the error: ${answer.status} ${await answer.text()}`);
    }
  }

  /** Kills the server as the kernel does, and starts it again once `meanwhile` has happened. */
  async kill(meanwhile: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
    process.kill(this.#server.pid, 'SIGKILL');
    await meanwhile();
    await this.#server.restart();
  }

  async close(): Promise<void> {
    await this.database.end();
    await this.#server.close();
    await Promise.all([this.mails.stop(), this.slack.stop()]);
  }
}
