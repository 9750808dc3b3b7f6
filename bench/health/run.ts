import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import type { AdminClient } from '../../scripts/start/AdminClient';
import { ScratchServer } from '../../scripts/start/ScratchServer';
import { ExternalPostgres } from '../faults/ExternalPostgres';
import { sleep } from '../kill/Traffic';
import { measureYear } from './year';

const minute = 60_000;

/**
 * Looks at a server on this machine by many checks: prints how far from its beat each look began, and how many were missed.
 * `npm run bench:health -- --minutes 3`; with `--year` how long a check's page takes to read a year.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      slow: { type: 'string', default: '500' },
      quick: { type: 'string', default: '50' },
      minutes: { type: 'string', default: '3' },
      year: { type: 'boolean', default: false },
      checks: { type: 'string', default: '50' },
    },
  });
  if (values.year) {
    return measureYear(Number(values.checks));
  }
  // By the path, which names the check: when it was looked at.
  const looks = new Map<string, number[]>();
  const target = createServer((request, response) => {
    const name = request.url ?? '';
    looks.set(name, [...(looks.get(name) ?? []), performance.timeOrigin + performance.now()]);
    response.end('ok');
  });
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
  const { port } = target.address() as AddressInfo;
  const postgres = await ExternalPostgres.start();
  const server = await ScratchServer.open({
    env: { SEAMARK_DATABASE_URL: postgres.url(), SEAMARK_PROBE_ALLOW: '127.0.0.0/8' },
  });
  await createChecks(server.admin, port, { prefix: 'slow', count: Number(values.slow), interval_seconds: 60 });
  await createChecks(server.admin, port, { prefix: 'quick', count: Number(values.quick), interval_seconds: 10 });
  // The first look is at once, the second on the beat.
  await sleep(minute);
  looks.clear();
  await sleep(Number(values.minutes) * minute);
  console.log(`| ${values.slow} checks at 60 s and ${values.quick} at 10 s: start jitter | ${jitterOf(looks)} |`);
  const database = new Client({ connectionString: postgres.url() });
  await database.connect();
  const { rows } = await database.query<{ missed: string }>('select sum(missed_probes) as missed from health_checks');
  console.log(`| probes missed | ${rows[0]?.missed} |`);
  await database.end();
  await server.close();
  target.close();
  postgres.remove();
}

async function createChecks(
  admin: AdminClient,
  port: number,
  { prefix, count, interval_seconds }: { prefix: string; count: number; interval_seconds: number }
): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const name = `${prefix}-${index}`;
    const settings = { url: `http://127.0.0.1:${port}/${name}` };
    await admin.call('POST', '/health-checks', {
      ...{ service_name: name, kind: 'http', settings, interval_seconds, timeout_ms: 5000 },
    });
  }
}

/** How much the times between two looks at one service differ from its interval. */
function jitterOf(looks: ReadonlyMap<string, readonly number[]>): string {
  const off = [...looks].flatMap(([name, times]) => {
    const interval = name.startsWith('/slow') ? minute : minute / 6;
    return times.slice(1).map((time, index) => Math.abs(time - (times[index] ?? time) - interval));
  });
  const sorted = off.toSorted((one, other) => one - other);
  const at = (share: number): string => `${Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? NaN)} ms`;
  return `p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)} of ${sorted.length}`;
}

void main();
