import { groupInExplore, groupOnDashboard, rangeOf } from './groupLinks';

const group = {
  app: 'shop & more',
  fingerprint: 'f1',
  first_seen: '2026-11-01T00:00:00.000Z',
  last_seen: '2026-11-23T12:00:00.000Z',
};

describe('the links of an error', () => {
  it('lead to Explore, filtered by the error', () => {
    const url = new URL(groupInExplore('seamark', group), 'http://grafana');
    expect(url.pathname).toBe('/explore');
    const { queries, range } = JSON.parse(url.searchParams.get('panes') ?? '').seamark;
    expect(queries[0]).toMatchObject({
      kind: 'errors',
      format: 'logs',
      datasource: { uid: 'seamark' },
      filters: [
        { field: 'app', operator: '=', value: 'shop & more' },
        { field: 'fingerprint', operator: '=', value: 'f1' },
      ],
    });
    expect(range).toEqual(rangeOf(group));
  });

  it('lead to the dashboard, filtered by the error', () => {
    const url = new URL(groupOnDashboard(group), 'http://grafana');
    expect(url.pathname).toBe('/d/seamark-errors');
    expect(url.searchParams.get('var-app')).toBe('shop & more');
    expect(url.searchParams.get('var-filters')).toBe('fingerprint|=|f1');
  });

  it('show its last week at most, and all of a short one', () => {
    const hours = ({ from, to }: { from: string; to: string }) => (Number(to) - Number(from)) / 3_600_000;
    expect(hours(rangeOf(group))).toBeCloseTo(7 * 24 + 1 / 6);
    expect(hours(rangeOf({ ...group, first_seen: '2026-11-23T11:00:00.000Z' }))).toBeCloseTo(1 + 1 / 6);
  });
});
