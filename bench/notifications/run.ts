import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import { FakeMailServer } from '../../pkg/delivery/testing/FakeMailServer';
import { FakeSlack } from '../../pkg/delivery/testing/FakeSlack';
import { systemClock as clock } from '../../pkg/lib/Clock';
import { silentLogger as logger } from '../../pkg/lib/Logger';
import { startEmbeddedPostgres } from '../../pkg/store/embedded/startEmbeddedPostgres';
import { serverSettings } from '../../pkg/store/embedded/serverSettings';
import { migrate } from '../../pkg/store/migrations/migrate';
import { openStore, type Store } from '../../pkg/store/openStore';
import { roleLogins } from '../../pkg/store/roles/roleLogins';
import { noWriterMetrics } from '../../pkg/store/writer/WriterMetrics';
import type { EvaluatorOrders } from './evaluator';
import { tallyOf } from './tallyOf';

const who = { orgId: 1, login: 'bench' };
/** How many of a hundred conversations with a provider go wrong. */
const faulty = 10;
/** Longest pause between two kills. */
const longestPauseMs = 2_800;
/** Rules fire until these kills are over and their leases too: one that was never evaluated meanwhile has nothing to tell. */
const firingMs = (kills: number): number => kills * longestPauseMs + 45_000;
/** After the last kill; what has not arrived then is missing. */
const patienceMs = 10 * 60_000;

/**
 * Several processes evaluate rules and send mail and Slack messages, while they are killed at random (half of the times
 * while alerts open, the others while they end) and both providers misbehave. Counts what arrived: nothing may be missing.
 * Exit 1 where it is, or where less than 99.9 % arrived once. Four messages an alert; 2,500 alerts take six minutes.
 * `npm run bench:notifications -- --alerts 2500 --processes 3 --kills 20`
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      alerts: { type: 'string', default: '100' },
      processes: { type: 'string', default: '3' },
      kills: { type: 'string', default: '20' },
    },
  });
  const [alerts, processes, kills] = [values.alerts, values.processes, values.kills].map(Number) as [
    number,
    number,
    number,
  ];
  const folder = mkdtempSync(join(tmpdir(), 'seamark-notifications-'));
  chmodSync(folder, 0o711);
  const masterKey = randomBytes(32);
  const settings = { ...serverSettings, max_connections: '100' };
  const postgres = await startEmbeddedPostgres({ dataDir: folder, uid: 65534, logger, clock, settings });
  const url = postgres.ownerUrl;
  const logins = roleLogins(url, masterKey);
  await migrate({ ownerUrl: url, roles: logins.roles, rolePasswords: logins.passwords, logger, clock });
  const store = openStore({ url, ...logins, masterKey, clock, logger, metrics: noWriterMetrics });
  const mails = new FakeMailServer();
  const slack = new FakeSlack();
  misbehave(mails, slack);
  const mailUrl = await mails.start();
  const names = await createRules(store, alerts, await slack.start());

  const orders: EvaluatorOrders = {
    url,
    masterKey: masterKey.toString('hex'),
    mailUrl,
    firesUntil: clock.now() + firingMs(Math.ceil(kills / 2)),
  };
  const program = join(folder, 'evaluator.cjs');
  const entry = join(__dirname, 'evaluator.ts');
  buildSync({ entryPoints: [entry], outfile: program, bundle: true, platform: 'node', external: ['pg-native'] });
  const start = (): ChildProcess => spawn(process.execPath, [program, JSON.stringify(orders)], { stdio: 'inherit' });
  const running = Array.from({ length: processes }, start);
  for (let kill = 0; kill < kills; kill += 1) {
    if (kill === Math.ceil(kills / 2)) {
      await pause(orders.firesUntil - clock.now());
    }
    await pause(400 + Math.random() * (longestPauseMs - 400));
    const index = Math.floor(Math.random() * processes);
    running[index]?.kill('SIGKILL');
    running[index] = start();
  }
  await quiet(store, orders.firesUntil);
  running.forEach((each) => each.kill('SIGKILL'));

  const tally = tallyOf(names, mails, slack);
  console.log(`${alerts} alerts, ${processes} processes, ${kills} × SIGKILL, ${faulty} % of conversations faulty`);
  console.log(
    `${tally.expected} messages expected, ${tally.once} arrived once, ${tally.missing.length} missing, ${tally.twice.length} twice`
  );
  [...tally.missing, ...tally.twice].slice(0, 20).forEach((line) => console.log(`  ${line}`));
  await store.close();
  await Promise.all([mails.stop(), slack.stop()]);
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(tally.missing.length === 0 && tally.once >= tally.expected * 0.999 ? 0 : 1);
}

function misbehave(mails: FakeMailServer, slack: FakeSlack): void {
  const isFaulty = (points = 1): boolean => Math.random() * 100 < faulty / points;
  const oneOf = <T>(all: readonly T[]): T | undefined => all[Math.floor(Math.random() * all.length)];
  // Asked at three points of each conversation.
  mails.chooseFault = () => (isFaulty(3) ? oneOf([421, 451, 'drop', 'drop'] as const) : undefined);
  slack.chooseFault = () =>
    isFaulty()
      ? oneOf([{ retryAfter: 1 }, { status: 500 }, 'internal_error', 'drop', 'drop after'] as const)
      : undefined;
}

async function createRules(store: Store, count: number, api_url: string): Promise<string[]> {
  await store.channels.create(who, { name: 'mail', kind: 'email', settings: { to: ['oncall@shop.example'] } });
  const bot = { bot_token: 'xoxb-0123456789', channel: 'C1', api_url };
  await store.channels.create(who, { name: 'slack', kind: 'slack', settings: bot });
  const names = Array.from({ length: count }, (_, index) => `alert ${index}`);
  for (const name of names) {
    await store.alertRules.create(who, {
      ...{ name, severity: 'high', condition_type: 'threshold', notification_channels: ['mail', 'slack'] },
      condition_config: {
        ...{ query: { kind: 'errors', calculation: 'count' }, window_minutes: 5, operator: '>', value: 0 },
        evaluation_interval_seconds: 10,
      },
    });
  }
  return names;
}

/** Waits until every alert is over and nothing waits to be sent, or for as long as is reasonable. */
async function quiet(store: Store, firesUntil: number): Promise<void> {
  const end = clock.now() + patienceMs;
  while (clock.now() < end) {
    await pause(2_000);
    const all = {
      severities: [],
      ruleId: undefined,
      matchers: [],
      assignedTo: undefined,
      from: undefined,
      to: undefined,
    };
    const { items } = await store.alertInstances.list(who, {
      ...{ ...all, statuses: ['active', 'acknowledged'], search: undefined, limit: 1, cursor: undefined },
    });
    const { waiting } = await store.deliveryQueue.backlog(clock.now());
    console.log(`waiting: ${waiting}`);
    if (clock.now() > firesUntil + 15_000 && items.length === 0 && waiting === 0) {
      return;
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

void main();
