import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import type { AdminClient } from '../../scripts/start/AdminClient';
import { ScratchServer } from '../../scripts/start/ScratchServer';
import { ExternalPostgres } from '../faults/ExternalPostgres';
import { sleep } from '../kill/Traffic';
import { cpuTime, type CpuTime } from '../processes/cpuTime';
import { unlimitedApp } from '../unlimitedApp';

const interval = 60;
const pages = 50;
const week = 7 * 24 * 3_600_000;

/** Values are random, so that a limit of 3 s is passed by two windows in five, and one of 4.3 s by few. */
const previewed = {
  'of one app': { groupBy: ['app'], limit: 3000 },
  [`by page, ${pages} pages that seldom fire`]: { groupBy: ['page_path'], limit: 4300 },
  [`by page, ${pages} pages that fire again and again`]: { groupBy: ['page_path'], limit: 3000 },
};

/**
 * Evaluates many rules a minute, and then kills the process that does: prints how late evaluations were, how long the
 * work of the dead one waited, and what a preview of a week takes.
 * `npm run bench:alerts -- --rules 1000 --minutes 3`
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { rules: { type: 'string', default: '1000' }, minutes: { type: 'string', default: '3' } },
  });
  const postgres = await ExternalPostgres.start();
  const env = { SEAMARK_DATABASE_URL: postgres.url() };
  const first = await ScratchServer.open({ env });
  const database = new Client({ connectionString: postgres.url() });
  await database.connect();
  const { serverKey } = await unlimitedApp(first.admin, 'alerts');
  await fill(`${first.ingestUrl}/api/v1/events/${serverKey}`);
  await createRules(first.admin, Number(values.rules));
  await sleep(Number(values.minutes) * 60_000);
  console.log(`| ${values.rules} rules a minute: lateness | ${await lateness(database, 0)} |`);
  for (const [name, rule] of Object.entries(previewed)) {
    const { steps, ms, cpu } = await preview(first, postgres, rule);
    console.log(`| preview of a week ${name}, ${steps} evaluations | ${ms} ms; processor time ${cpu} ms |`);
  }

  const secret = (name: string): string => readFileSync(join(first.dataDir, name), 'utf8').trim();
  const second = await ScratchServer.open({
    env: { ...env, SEAMARK_ENCRYPTION_KEY: secret('encryption-key'), SEAMARK_ADMIN_TOKEN: secret('admin-token') },
  });
  await sleep(5_000);
  const killed = Date.now();
  process.kill(first.pid, 'SIGKILL');
  await sleep(90_000);
  console.log(`| the same after one of two evaluators was killed | ${await lateness(database, killed)} |`);
  const { rows } = await database.query<{ sum: string }>('select sum(missed_evaluations) as sum from alert_rules');
  console.log(`| evaluations missed | ${rows[0]?.sum} |`);
  await database.end();
  await second.close();
  await first.close().catch(() => undefined);
  postgres.remove();
}

/** Page views: of the last hour for the rules, and of the week before for the preview, two hundred thousand in all. */
async function fill(url: string): Promise<void> {
  for (let batch = 0; batch < 400; batch++) {
    const span = batch < 20 ? 3_600_000 : week;
    const items = Array.from({ length: 500 }, (_, index) => ({
      type: 'performance',
      metric_type: 'LCP',
      metric_value: 500 + Math.random() * 4000,
      metric_unit: 'ms',
      page_url: `https://shop.example/page-${nameOf(index % pages)}`,
      session_id: `s${index}`,
      timestamp: new Date(Date.now() - Math.random() * span).toISOString(),
    }));
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ items }) });
    if (!answer.ok) {
      throw new Error(`the server did not take the data: ${answer.status} ${await answer.text()}`);
    }
  }
}

/** In letters: numbers in a path are folded, for they name things and not pages. */
function nameOf(page: number): string {
  return String.fromCharCode(97 + Math.floor(page / 26), 97 + (page % 26));
}

/** Half of them ask the same, as copies for several teams do; the others each have a page of their own. */
async function createRules(admin: AdminClient, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const filters =
      index % 2 === 0 ? [] : [{ field: 'page_path', operator: '=', value: `/page-${nameOf(index % 676)}` }];
    await admin.call('POST', '/alert-rules', {
      name: `rule ${index}`,
      severity: 'low',
      condition_type: 'threshold',
      condition_config: {
        query: { kind: 'performance', metric: 'LCP', calculation: 'p75', groupBy: ['app'], filters },
        ...{ window_minutes: 5, operator: '>', value: 100_000, evaluation_interval_seconds: interval },
      },
    });
  }
}

/** How long after they were due rules were evaluated; the first evaluation of each begins its beat and has no due time. */
async function lateness(database: Client, since: number): Promise<string> {
  const { rows } = await database.query<{ count: string; p50: number; p99: number; most: number }>(
    `with late as (
      select mod(mod(extract(epoch from e.at - r.next_evaluation_at), $1) + $1, $1)::float8 as seconds,
        row_number() over (partition by r.id order by e.at) as turn, e.at
      from alert_evaluations e join alert_rules r on r.id = e.alert_rule_id
    )
    select count(*) as count, percentile_disc(0.5) within group (order by seconds) as p50,
      percentile_disc(0.99) within group (order by seconds) as p99, max(seconds) as most
    from late where turn > 1 and at >= to_timestamp($2::float8 / 1000)`,
    [interval, since]
  );
  const [found] = rows;
  const shown = (seconds: number | undefined): string => `${(seconds ?? Number.NaN).toFixed(2)} s`;
  return `median ${shown(found?.p50)}, p99 ${shown(found?.p99)}, most ${shown(found?.most)} of ${found?.count}`;
}

async function preview(
  { admin, pid }: ScratchServer,
  postgres: ExternalPostgres,
  { groupBy, limit }: { groupBy: string[]; limit: number }
): Promise<{ steps: number; ms: number; cpu: string }> {
  const now = Date.now();
  const spent = () => ({ server: cpuTime(pid).own, database: sumOf(cpuTime(postgres.pid)) });
  const before = spent();
  const start = performance.now();
  const { evaluations } = await admin.call<{ evaluations: number }>('POST', '/alert-rules/preview', {
    from: new Date(now - week).toISOString(),
    to: new Date(now).toISOString(),
    rule: {
      condition_type: 'threshold',
      condition_config: {
        query: { kind: 'performance', metric: 'LCP', calculation: 'p75', groupBy },
        ...{ window_minutes: 5, operator: '>', value: limit },
      },
    },
  });
  const ms = Math.round(performance.now() - start);
  const after = spent();
  return { steps: evaluations, ms, cpu: `${after.server - before.server} + ${after.database - before.database}` };
}

function sumOf({ own, children }: CpuTime): number {
  return own + children;
}

void main();
