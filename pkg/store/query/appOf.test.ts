import type { Query } from '../../../src/contract/query/Query';
import { planAggregate } from '../../domain/query/planAggregate';
import { hour } from '../../lib/duration';
import { forEachDatabase } from '../testing/forEachDatabase';
import { withClient } from '../testing/withClient';
import { aggregateStatement } from './aggregateStatement';
import { compileStatement } from './compileStatement';
import { seededHour, seedShop, start } from './testing/seedShop';

interface PlanNode {
  'Relation Name'?: string;
  'Parent Relationship'?: string;
  Plans?: PlanNode[];
}

forEachDatabase('apps in a question about rows of which the planner knows nothing', (db) => {
  beforeAll(() => seedShop(db));

  /** Where a plan reads the table of apps: `once` before the rows, or `beside` them, for as many as the planner thinks there are. */
  const readsOfApps = (part: Partial<Query>): Promise<string[]> => {
    const plan = planAggregate(
      { refId: 'A', kind: 'events', calculation: 'count', ...part },
      'events',
      { ...seededHour, intervalMs: hour },
      start + hour
    );
    const { text, values } = compileStatement(aggregateStatement(plan, 100));
    return withClient(db.urlFor('query'), async (client) => {
      await client.query(`begin; set local seamark.org_id = '1'`);
      const { rows } = await client.query<{ 'QUERY PLAN': Array<{ Plan: PlanNode }> }>(
        `explain (format json) ${text}`,
        [...values]
      );
      return readsBelow(rows[0]?.['QUERY PLAN'][0]?.Plan, false);
    });
  };

  it('are read once where they are filtered', async () => {
    expect(await readsOfApps({ filters: [{ field: 'app', operator: '=', value: 'shop' }] })).toEqual(['once']);
    expect(await readsOfApps({ filters: [{ field: 'app', operator: '!=', value: 'shop' }] })).toEqual(['once']);
  });

  it('are read once where they are shown', async () => {
    expect(await readsOfApps({ groupBy: ['app'], format: 'table' })).toEqual(['once']);
  });
});

function readsBelow(node: PlanNode | undefined, isOnce: boolean): string[] {
  const once = isOnce || node?.['Parent Relationship'] === 'InitPlan';
  const own = node?.['Relation Name'] === 'apps' ? [once ? 'once' : 'beside'] : [];
  return [...own, ...(node?.Plans ?? []).flatMap((part) => readsBelow(part, once))];
}
