import { calculationsOf } from '../../contract/query/calculationsOf';
import { changeKind } from './changeKind';

describe('changing what a query is about', () => {
  const before = {
    refId: 'A',
    kind: 'performance',
    metric: 'LCP',
    calculation: 'p75',
    groupBy: ['browser', 'rating', 'metadata.route'],
    filters: [
      { field: 'app', operator: '=', value: 'shop' },
      { field: 'metric_type', operator: '=', value: 'LCP' },
    ],
    format: 'table',
    limit: 20,
    includeBots: true,
    live: true,
  } as const;

  it('keeps what the new kind understands and drops the rest', () => {
    expect(changeKind({ ...before, groupBy: [...before.groupBy], filters: [...before.filters] }, 'errors')).toEqual({
      refId: 'A',
      kind: 'errors',
      calculation: 'count',
      groupBy: ['browser'],
      filters: [{ field: 'app', operator: '=', value: 'shop' }],
      format: 'table',
      limit: 20,
    });
  });
  it('keeps a word about bots where the new kind would not do so anyway', () => {
    const bots = (includeBots: boolean, kind: 'events' | 'errors' | 'health') =>
      changeKind({ refId: 'A', kind: 'performance', includeBots }, kind).includeBots;
    expect(bots(true, 'events')).toBe(true);
    expect(bots(false, 'errors')).toBe(false);
    expect(bots(true, 'errors')).toBeUndefined();
    expect(bots(false, 'health')).toBeUndefined();
  });
  it('starts performance with a metric', () => {
    expect(changeKind({ kind: 'events' }, 'performance')).toMatchObject({
      metric: 'LCP',
      calculation: 'p75',
    });
  });
  it('keeps a calculation that both have', () => {
    expect(changeKind({ refId: 'A', kind: 'events', calculation: 'rate' }, 'health').calculation).toBe('rate');
  });
});

describe('the calculations of a kind', () => {
  it('have shares for vitals only', () => {
    expect(calculationsOf('performance', 'LCP')).toContain('share_good');
    expect(calculationsOf('performance', '$metric')).toContain('share_good');
    expect(calculationsOf('performance', 'long_task')).not.toContain('share_good');
  });
  it('have uptime for health only', () => {
    expect(calculationsOf('health')).toContain('uptime');
    expect(calculationsOf('metrics')).not.toContain('uptime');
  });
  it('have no percentiles where rows have no value', () => {
    expect(calculationsOf('events')).not.toContain('p75');
  });
});
