import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AdminClient } from '../../scripts/start/AdminClient';
import { demoApp } from '../../scripts/start/demoApp';
import { startSeamarkServer, type SeamarkServer } from '../../scripts/start/seamarkServer';
import { freePort } from '../../scripts/start/freePort';
import { serverProgram } from '../../scripts/start/serverProgram';
import { Ledger, type LedgerResult } from './Ledger';
import { postmasterOf } from './postmasterOf';
import { storedItems } from './storedItems';
import { sleep, Traffic } from './Traffic';

/** Pause between two kills: long enough for a start and for traffic before the next blow, and never the same. */
const pause = (): number => 700 + Math.random() * 1_500;

/**
 * Kills the server, and then its PostgreSQL, with SIGKILL under load, while clients send what was not answered again.
 * Prints what was acknowledged and what was found; exit 1 when anything is lost or there twice.
 * `npm run bench:kill -- --server 200 --postgres 50`
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { server: { type: 'string', default: '10' }, postgres: { type: 'string', default: '5' } },
  });
  const dataDir = mkdtempSync(join(tmpdir(), 'seamark-kill-'));
  chmodSync(dataDir, 0o711);
  const program = await serverProgram();
  const ports = { ingest: await freePort(), admin: await freePort() };
  const start = (): Promise<SeamarkServer> =>
    startSeamarkServer({
      program,
      dataDir,
      ingestPort: ports.ingest,
      adminPort: ports.admin,
      remoteToken: 'kill-test-remote-token',
    });
  let server = await start();
  const { serverKey } = await demoApp(server.admin);
  const ledger = new Ledger();
  const traffic = new Traffic(ledger, [`${server.ingestUrl}/api/v1/events/${serverKey}`]);

  for (let kill = 0; kill < Number(values.server); kill++) {
    await sleep(pause());
    process.kill(server.pid ?? 0, 'SIGKILL');
    await server.ended;
    server = await start();
    progress('server', kill + 1, values.server);
  }
  for (let kill = 0; kill < Number(values.postgres); kill++) {
    await sleep(pause());
    process.kill(postmasterOf(server.pid ?? 0), 'SIGKILL');
    await answering(`${server.ingestUrl}/readyz`);
    progress('PostgreSQL', kill + 1, values.postgres);
  }
  await sleep(1_000);
  await traffic.stop();
  const token = readFileSync(join(dataDir, 'admin-token'), 'utf8').trim();
  const found = await storedItems(new AdminClient(server.admin.url, token));
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
  report(ledger.compare(found), values);
}

async function answering(url: string): Promise<void> {
  for (;;) {
    await sleep(50);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) {
      return;
    }
  }
}

function progress(what: string, done: number, all: string): void {
  if (done % 5 === 0 || done === Number(all)) {
    console.log(`${what} killed ${done} of ${all} times`);
  }
}

function report(result: LedgerResult, kills: { server: string; postgres: string }): void {
  console.log(`\nSIGKILL: server ${kills.server} ×, PostgreSQL ${kills.postgres} ×`);
  console.log(`acknowledged ${result.acknowledged}, found ${result.found}, lost ${result.lost}, twice ${result.twice}`);
  console.log(`(sent ${result.sent} items; ${result.retries} requests were sent again)`);
  process.exitCode = result.lost === 0 && result.twice === 0 && result.acknowledged > 0 ? 0 : 1;
}

void main();
