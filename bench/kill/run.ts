import { parseArgs } from 'node:util';
import { ScratchServer } from '../../scripts/start/ScratchServer';
import { postmasterOf } from '../processes/postmasterOf';
import { unlimitedApp } from '../unlimitedApp';
import { Ledger, type LedgerResult } from './Ledger';
import { storedItems } from './storedItems';
import { sleep, Traffic } from './Traffic';

/** Pause between two kills: some batches commit before the next blow, which comes at another moment each time. */
const pause = (): number => 150 + Math.random() * 850;

/**
 * Kills the server, and then its PostgreSQL, with SIGKILL under load, while clients send what was not answered again.
 * Prints what was acknowledged and what was found; exit 1 when anything is lost or there twice.
 * `npm run bench:kill -- --server 200 --postgres 50`
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { server: { type: 'string', default: '10' }, postgres: { type: 'string', default: '5' } },
  });
  const site = await ScratchServer.open();
  const { serverKey } = await unlimitedApp(site.admin, 'killed');
  const ledger = new Ledger();
  const traffic = new Traffic(ledger, [`${site.ingestUrl}/api/v1/events/${serverKey}`]);

  for (let kill = 0; kill < Number(values.server); kill++) {
    await sleep(pause());
    process.kill(site.pid, 'SIGKILL');
    await site.restart();
    progress('server', kill + 1, values.server);
  }
  for (let kill = 0; kill < Number(values.postgres); kill++) {
    await sleep(pause());
    process.kill(postmasterOf(site.pid), 'SIGKILL');
    await answering(`${site.ingestUrl}/readyz`);
    progress('PostgreSQL', kill + 1, values.postgres);
  }
  await sleep(1_000);
  await traffic.stop();
  const found = await storedItems(site.admin);
  await site.close();
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
