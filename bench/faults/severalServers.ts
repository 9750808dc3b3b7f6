import { Client } from 'pg';
import { sleep } from '../kill/Traffic';
import { ExternalPostgres } from './ExternalPostgres';
import type { Fault } from './Fault';
import { Scene, untilAccepted } from './Scene';

/** Two servers on one PostgreSQL: the one that came first, migrated and does the jobs is killed. */
export const severalServers: Fault = async () => {
  const postgres = await ExternalPostgres.start();
  const scene = await Scene.open({ env: { SEAMARK_DATABASE_URL: postgres.url() } });
  const second = await scene.another(postgres.url());
  const expected = 'the other goes on, and does the jobs within 30 s';
  await scene.during(
    'two servers on one PostgreSQL, the first killed',
    expected,
    async (traffic) => {
      await sleep(2_000);
      process.kill(scene.server.pid, 'SIGKILL');
      const gap = await untilAccepted(traffic);
      const jobs = await untilJobsDone(postgres, scene.url(second));
      await scene.server.restart();
      return {
        seen: `the other accepted ${gap} ms later, and counted an error into its group after ${jobs} ms`,
        passed: gap < 15_000 && jobs < 30_000,
      };
    },
    [scene.server, second]
  );
  const report = await scene.close();
  postgres.remove();
  return report;
};

/** Milliseconds from an error's arrival until a job has counted it. */
async function untilJobsDone(postgres: ExternalPostgres, url: string): Promise<number> {
  const database = new Client({ connectionString: postgres.url() });
  await database.connect();
  const groups = async (): Promise<number> => {
    const { rows } = await database.query<{ count: number }>('select count(*)::int as count from error_groups');
    return rows[0]?.count ?? 0;
  };
  const before = await groups();
  const items = [
    {
      type: 'error',
      error_type: 'javascript',
      error_message: `left alone ${before}`,
      timestamp: new Date().toISOString(),
    },
  ];
  const headers = { 'content-type': 'application/json' };
  await fetch(url, { method: 'POST', headers, body: JSON.stringify({ items }) });
  const start = performance.now();
  while ((await groups()) === before && performance.now() - start < 60_000) {
    await sleep(50);
  }
  await database.end();
  return Math.round(performance.now() - start);
}
