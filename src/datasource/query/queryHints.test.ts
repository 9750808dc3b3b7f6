import { isCompleteQuery } from './isCompleteQuery';
import { queryHints } from './queryHints';
import type { SeamarkQuery } from './SeamarkQuery';

const query = (part: Partial<SeamarkQuery>): SeamarkQuery => ({
  refId: 'A',
  kind: 'performance',
  metric: 'LCP',
  calculation: 'p75',
  ...part,
});

describe('hints for a query', () => {
  it('has none for a query that can be answered', () => {
    expect(queryHints(query({ groupBy: ['page_path', 'metadata.route', '$by'], limit: 100_000 }))).toEqual({});
  });
  it.each([
    [{ metric: ' ' }, { metric: 'Choose a metric.' }],
    [{ kind: 'errors' as const }, { calculation: 'p75 does not exist for Errors.' }],
    [
      { metric: 'custom', calculation: 'share_good' as const },
      { calculation: 'Share good does not exist for custom.' },
    ],
    [{ groupBy: ['severity', 'colour'] }, { groupBy: 'Performance has no field severity, colour.' }],
    [{ limit: 0 }, { limit: 'A whole number from 1 to 100,000.' }],
    [{ limit: 1.5 }, { limit: 'A whole number from 1 to 100,000.' }],
    [{ kind: 'variables' as const }, { field: 'Choose the field whose values are wanted.' }],
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
    [{ kind: 'variables' as const }, false],
    [{ kind: 'variables' as const, field: 'app' }, true],
    [{ kind: 'annotations' as const }, true],
    [{ kind: undefined as never }, false],
  ])('%j: %s', (part, sent) => {
    expect(isCompleteQuery(query(part))).toBe(sent);
  });
});
