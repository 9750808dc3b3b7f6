import { planRows } from '../../domain/query/planRows';
import type { DataKind } from '../../../src/contract/query/kinds';
import type { Query } from '../../../src/contract/query/Query';
import { forEachDatabase } from '../testing/forEachDatabase';
import { withClient } from '../testing/withClient';
import { compileStatement } from './compileStatement';
import { rowsStatement } from './rowsStatement';
import { column, queryDatabase } from './testing/queryDatabase';
import { at, seededHour } from './testing/seedShop';
import { seedApp, seedRows } from './testing/seedRows';

forEachDatabase('the newest rows', (db) => {
  const { ask, end } = queryDatabase(db);
  const pages = async (query: Partial<Query>) => {
    const [frame] = await ask({ kind: 'events', format: 'logs', ...query });
    return column(frame, 'page_path');
  };

  beforeAll(async () => {
    const [one, other] = [await seedApp(db, 1, 'one'), await seedApp(db, 1, 'other')];
    const visits = (minutes: readonly number[]) => minutes.map((after) => at(after, { page_path: `/${after}` }));
    await seedRows(db, 'events', { id: one, orgId: 1 }, visits([1, 4, 5, 9]));
    await seedRows(db, 'events', { id: other, orgId: 1 }, visits([2, 3, 6, 8, 61]));
    await seedRows(db, 'events', { id: await seedApp(db, 2, 'foreign'), orgId: 2 }, visits([7]));
    const { rows } = await withClient(db.urlFor('query'), (client) =>
      client.query<{ id: string }>('select checks_app(1) as id')
    );
    await seedRows(db, 'health', { id: rows[0]?.id ?? '', orgId: 1 }, [at(5, { service_name: 'checked' })]);
    await seedRows(db, 'health', { id: one, orgId: 1 }, [at(4, { service_name: 'reported' })]);
    await seedRows(db, 'performance', { id: one, orgId: 1 }, [at(4)]);
    await seedRows(db, 'metrics', { id: one, orgId: 1 }, [at(4)]);
  });

  it('of several apps are in the order of time', async () => {
    expect(await pages({ limit: 5 })).toEqual(['/9', '/8', '/6', '/5', '/4']);
    expect(await pages({ limit: 100 })).toEqual(['/9', '/8', '/6', '/5', '/4', '/3', '/2', '/1']);
  });

  it('are those of the apps that are asked for', async () => {
    const app = (operator: '=' | '!=', value: string) => ({ field: 'app', operator, value });
    expect(await pages({ filters: [app('=', 'one')], limit: 2 })).toEqual(['/9', '/5']);
    expect(await pages({ filters: [app('!=', 'one')], limit: 2 })).toEqual(['/8', '/6']);
    expect(await pages({ filters: [app('=', 'foreign')] })).toEqual([]);
  });

  it('hold the results of checks, which are of no app that people made', async () => {
    const [frame] = await ask({ kind: 'health', format: 'logs' });
    expect(column(frame, 'service_name')).toEqual(['checked', 'reported']);
  });

  it.each<DataKind>(['performance', 'events', 'metrics', 'health'])(
    'of %s are read from the end of the key, without sorting what comes before them',
    async (kind) => {
      const { text, values } = compileStatement(
        rowsStatement(planRows({ refId: 'A', kind, limit: 10 }, kind, seededHour))
      );
      const plan = await withClient(db.urlFor('query'), async (client) => {
        // Of a handful of rows the planner sorts all, where nobody says otherwise.
        await client.query(
          `begin; set local seamark.org_id = '1'; set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off`
        );
        const { rows } = await client.query<Record<string, string>>(`explain (costs off) ${text}`, [...values]);
        return rows.map((row) => row['QUERY PLAN']).join('\n');
      });
      expect(plan).toMatch(/Index (Only )?Scan Backward using \S+_pkey/);
      expect(plan.match(/Sort\b(?! Key)/g)).toHaveLength(1);
    }
  );

  it('leave no connection behind', () => end());
});
