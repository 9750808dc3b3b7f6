import * as queries from './overviewQueries';

const every = [
  ...Object.values(queries.tileQueries).flat(),
  ...queries.vitalsQueries,
  ...queries.errorsBySeverity,
  ...queries.slowestPages,
  ...queries.topPages,
];

describe('the queries of the overview', () => {
  it('all listen to the app variable', () => {
    for (const { filters } of every) {
      expect(filters).toContainEqual({ field: 'app', operator: '=', value: '$app' });
    }
  });
  it('ask health for no field that it does not have', () => {
    const health = every.filter(({ kind }) => kind === 'health');
    expect(health).not.toHaveLength(0);
    for (const { filters } of health) {
      expect(filters?.map(({ field }) => field)).toEqual(['app']);
    }
  });
  it('count page views, not every event', () => {
    for (const { kind, filters } of every.filter(({ kind }) => kind === 'events')) {
      expect([kind, filters]).toEqual([
        'events',
        expect.arrayContaining([expect.objectContaining({ value: 'page_view' })]),
      ]);
    }
  });
  it('have names of their own within one panel', () => {
    for (const panel of Object.values(queries.tileQueries)) {
      expect(new Set(panel.map(({ refId }) => refId)).size).toBe(panel.length);
    }
  });
});
