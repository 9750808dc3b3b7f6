import { isCompleteQuery } from './isCompleteQuery';
import { queryHints } from './queryHints';
import type { BuiltQuery } from './BuiltQuery';

const query = (part: Partial<BuiltQuery>): BuiltQuery => ({
  kind: 'performance',
  metric: 'LCP',
  calculation: 'p75',
  ...part,
});

describe('hints for a query', () => {
  it('has none for a query that can be answered', () => {
    expect(queryHints(query({ groupBy: ['page_path', 'metadata.route', '$by'], limit: 1000 }))).toEqual({});
  });
  it.each([
    [{ metric: ' ' }, { metric: 'Choose a metric.' }],
    [{ kind: 'errors' as const }, { calculation: 'p75 does not exist for Errors.' }],
    [
      { metric: 'custom', calculation: 'share_good' as const },
      { calculation: 'Share good does not exist for custom.' },
    ],
    [{ groupBy: ['severity', 'colour'] }, { groupBy: 'Performance cannot be grouped by severity, colour.' }],
    [{ limit: 0 }, { limit: 'A whole number from 1 to 1,000.' }],
    [{ format: 'table' as const, limit: 1.5 }, { limit: 'A whole number from 1 to 100,000.' }],
    [{ limit: 1001 }, { limit: 'A whole number from 1 to 1,000.' }],
    [
      { kind: 'health' as const, calculation: 'uptime' as const, groupBy: ['service_name', 'status', 'metadata.x'] },
      { groupBy: 'Uptime cannot be grouped by status, metadata.x.' },
    ],
  ])('of %j are %j', (part, hints) => {
    expect(queryHints(query(part))).toEqual(hints);
  });
  it('leaves the calculation alone where log lines are wanted', () => {
    expect(queryHints(query({ kind: 'errors', format: 'logs' }))).toEqual({});
  });
});

describe('whether a query is sent', () => {
  it.each([
    [{}, true],
    [{ metric: undefined }, false],
    [{ metric: undefined, live: true }, true],
    [{ kind: 'metrics' as const, metric: '' }, false],
    [{ kind: 'events' as const, metric: undefined }, true],
    [{ metric: undefined, calculation: 'count' as const }, true],
    [{ metric: undefined, groupBy: ['metric_type'] }, true],
    [{ metric: undefined, filters: [{ field: 'metric_type', operator: '=' as const, value: 'LCP' }] }, true],
    [{ metric: undefined, filters: [{ field: 'metric_type', operator: '!=' as const, value: 'LCP' }] }, false],
    [{ metric: undefined, format: 'logs' as const }, true],
    [{ kind: 'variables' as const }, true],
    [{ kind: 'annotations' as const }, true],
    [{ kind: undefined as never }, false],
  ])('%j: %s', (part, sent) => {
    expect(isCompleteQuery(query(part))).toBe(sent);
  });
});
