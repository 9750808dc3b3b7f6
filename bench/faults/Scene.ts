import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ScratchServer, type ScratchOptions } from '../../scripts/start/ScratchServer';
import { Ledger } from '../kill/Ledger';
import { storedItems } from '../kill/storedItems';
import { sleep, Traffic } from '../kill/Traffic';
import { unlimitedApp, type UnlimitedApp } from '../unlimitedApp';
import type { FaultReport, Outcome } from './Fault';

/** A server with an app, to which faults happen, and the ledger of what it promised. */
export class Scene {
  readonly server: ScratchServer;
  readonly app: UnlimitedApp;
  readonly outcomes: Outcome[] = [];
  readonly #ledger = new Ledger();
  readonly #others: ScratchServer[] = [];

  private constructor(server: ScratchServer, app: UnlimitedApp) {
    this.server = server;
    this.app = app;
  }

  static async open(options: ScratchOptions = {}): Promise<Scene> {
    const server = await ScratchServer.open(options);
    return new Scene(server, await unlimitedApp(server.admin, 'faults'));
  }

  /** Where plain batches go. */
  url(server: ScratchServer = this.server): string {
    return `${server.ingestUrl}/api/v1/events/${this.app.serverKey}`;
  }

  /** Another server on the same database, with the same secrets. */
  async another(databaseUrl: string): Promise<ScratchServer> {
    const secret = (name: string): string => readFileSync(join(this.server.dataDir, name), 'utf8').trim();
    const env = {
      SEAMARK_DATABASE_URL: databaseUrl,
      SEAMARK_ENCRYPTION_KEY: secret('encryption-key'),
      SEAMARK_ADMIN_TOKEN: secret('admin-token'),
    };
    const other = await ScratchServer.open({ env });
    this.#others.push(other);
    return other;
  }

  traffic(...servers: ScratchServer[]): Traffic {
    return new Traffic(
      this.#ledger,
      (servers.length === 0 ? [this.server] : servers).map((server) => this.url(server))
    );
  }

  /** Lets something happen while clients send; a refusal that names no time for a retry is a failure by itself. */
  async during(
    fault: string,
    expected: string,
    act: (traffic: Traffic) => Promise<{ seen: string; passed: boolean }>,
    servers: ScratchServer[] = []
  ): Promise<void> {
    const traffic = this.traffic(...servers);
    await sleep(1_000);
    const { seen, passed } = await act(traffic);
    await traffic.stop();
    const answers = [...traffic.answers].map(([status, count]) => `${count} × ${status || 'none'}`).join(', ');
    this.note({
      fault,
      seen: `${seen}; answers ${answers}`,
      expected,
      passed: passed && traffic.withoutRetryAfter === 0,
    });
  }

  note(outcome: Outcome): void {
    this.outcomes.push(outcome);
    console.log(`${outcome.passed ? 'passed' : 'FAILED'}  ${outcome.fault}: ${outcome.seen}`);
  }

  /** Compares what was promised with what is there, and ends everything. */
  async close(): Promise<FaultReport> {
    const found = await storedItems(this.server.admin);
    await Promise.all(this.#others.map((other) => other.close()));
    await this.server.close();
    return { outcomes: this.outcomes, ledger: this.#ledger.compare(found) };
  }
}

/** Milliseconds until the next batch is accepted, a minute at most. */
export async function untilAccepted(traffic: Traffic): Promise<number> {
  const start = performance.now();
  while (traffic.lastAccepted < start && performance.now() - start < 60_000) {
    await sleep(10);
  }
  return Math.round(performance.now() - start);
}
