import type { PlannedField } from '../../domain/query/QueryPlan';
import { hour } from '../../lib/duration';
import { forEachDatabase } from '../testing/forEachDatabase';
import { withClient } from '../testing/withClient';
import { compileStatement } from './compileStatement';
import { at, start } from './testing/seedShop';
import { seedApp, seedRows } from './testing/seedRows';
import { valuesStatement } from './valuesStatement';

forEachDatabase('choices of a field', (db) => {
  const page: PlannedField = { source: 'named', name: 'page_path', type: 'string' };

  const choices = (mostRows: number, field: PlannedField | 'names' = page) =>
    withClient(db.urlFor('query'), async (client) => {
      const range = { from: start, to: start + hour };
      const selection = { kind: 'events', range, metric: undefined, filters: [], includeBots: false } as const;
      const { text, values } = compileStatement(
        valuesStatement({ ...selection, field, search: undefined, limit: 10 }, mostRows)
      );
      await client.query(`begin; set local seamark.org_id = '1'`);
      const { rows } = await client.query<{ value: string; count: number }>(text, [...values]);
      return rows.map(({ value, count }) => `${value} ${count}`);
    });

  beforeAll(async () => {
    const visit = (after: number, page_path: string, event_data = {}) => at(after, { page_path, event_data });
    const [one, other] = [await seedApp(db, 1, 'one'), await seedApp(db, 1, 'other')];
    await seedRows(db, 'events', { id: one, orgId: 1 }, [
      visit(1, '/old', { old: 1 }),
      visit(8, '/a'),
      visit(9, '/a', { new: 1 }),
    ]);
    await seedRows(db, 'events', { id: other, orgId: 1 }, [visit(2, '/b'), visit(3, '/c')]);
  });

  it('are those of all rows where there are few', async () => {
    expect(await choices(100)).toEqual(['/a 2', '/b 1', '/c 1', '/old 1']);
    expect(await choices(100, 'names')).toEqual(['new 1', 'old 1']);
  });

  it('are those of the newest rows of each app where there are many: a loud app does not hide a quiet one', async () => {
    expect(await choices(2)).toEqual(['/a 2', '/b 1', '/c 1']);
    expect(await choices(2, 'names')).toEqual(['new 1']);
  });
});
