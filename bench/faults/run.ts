import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { awayDatabase } from './awayDatabase';
import { ExternalPostgres } from './ExternalPostgres';
import type { Fault, FaultReport } from './Fault';
import { fullDisk } from './fullDisk';
import { hungDatabase } from './hungDatabase';
import { jumpingClock } from './jumpingClock';
import { killedDatabase } from './killedDatabase';
import { killedServer } from './killedServer';
import { overload } from './overload';
import { severalServers } from './severalServers';
import { slowClients } from './slowClients';
import { slowDatabase } from './slowDatabase';

const faults: Readonly<Record<string, Fault>> = {
  killedServer,
  killedDatabase,
  hungDatabase,
  fullDisk,
  jumpingClock,
  slowDatabase,
  awayDatabase,
  severalServers,
  overload,
  slowClients,
};

/** Faults that take Debian's PostgreSQL 15, or the right to mount. */
const external: readonly Fault[] = [slowDatabase, awayDatabase, severalServers];

/**
 * Lets faults happen to servers under load and prints what their clients saw; exit 1 when anything acknowledged is lost
 * or there twice, or a fault had another end than it should. `npm run bench:faults -- --only fullDisk,overload`
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: Object.keys(faults).join(',') },
      hang: { type: 'string', default: '20' },
      away: { type: 'string', default: '60' },
      slow: { type: 'string', default: '10000' },
      load: { type: 'string', default: '15' },
    },
  });
  const { only, hang, away, slow, load } = values;
  const settings = { hang: Number(hang), away: Number(away), slow: Number(slow), load: Number(load) };
  const reports: FaultReport[] = [];
  for (const name of only.split(',')) {
    const fault = faults[name];
    if (fault === undefined) {
      throw new Error(`There is no fault "${name}": ${Object.keys(faults).join(', ')}`);
    }
    const reason = impossible(fault);
    if (reason === undefined) {
      reports.push(await fault(settings));
    } else {
      console.log(`left out  ${name}: ${reason}`);
    }
  }
  print(reports);
}

/** Why a fault cannot be provoked here; undefined when it can. */
function impossible(fault: Fault): string | undefined {
  if (external.includes(fault) && !ExternalPostgres.isInstalled) {
    return 'there is no PostgreSQL 15 (apt-get install postgresql-15)';
  }
  return fault === fullDisk && process.getuid?.() !== 0 ? 'only root may mount a small disk' : undefined;
}

function print(reports: readonly FaultReport[]): void {
  const sum = (of: 'acknowledged' | 'found' | 'lost' | 'twice'): number =>
    reports.reduce((total, { ledger }) => total + ledger[of], 0);
  const outcomes = reports.flatMap((report) => report.outcomes);
  const whole = {
    fault: 'the ledger of all of it',
    seen: `acknowledged ${sum('acknowledged')}, found ${sum('found')}, lost ${sum('lost')}, twice ${sum('twice')}`,
    expected: 'lost 0, twice 0',
    passed: sum('lost') === 0 && sum('twice') === 0,
  };
  const load = loadavg().map((value) => value.toFixed(1));
  console.log(`\nload average ${load.join(', ')}\n\n| fault | seen | must be | |\n| --- | --- | --- | --- |`);
  [...outcomes, whole].forEach(({ fault, seen, expected, passed }) =>
    console.log(`| ${fault} | ${seen} | ${expected} | ${passed ? 'passed' : 'FAILED'} |`)
  );
  process.exitCode = [...outcomes, whole].every(({ passed }) => passed) ? 0 : 1;
}

void main();
