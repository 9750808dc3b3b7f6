import { day, hour, second } from '../../lib/duration';
import { chooseSummary, type SummaryQuestion } from './chooseSummary';

const named = (...names: string[]) => names.map((name) => ({ source: 'named' as const, name }));
const choose = (more: Partial<SummaryQuestion>) =>
  chooseSummary({
    kind: 'events',
    calculation: 'count',
    range: { from: 0, to: 30 * day },
    bucketMs: hour,
    includeBots: more.kind !== undefined && more.kind !== 'events',
    groupBy: [],
    filters: [],
    ...more,
  });

describe('chooseSummary', () => {
  it('takes the total where nothing is grouped or filtered', () => {
    expect(choose({})).toEqual({ dimension: [], counted: undefined, byRating: false });
  });

  it('needs no dimension for the app and for what every summary is kept apart by', () => {
    expect(choose({ groupBy: named('app', 'event_type') })?.dimension).toEqual([]);
    expect(choose({ kind: 'errors', filters: [{ field: { source: 'named', name: 'severity' } }] })?.dimension).toEqual(
      []
    );
  });

  it('takes the smallest dimension that has all fields, grouped or filtered', () => {
    expect(choose({ groupBy: named('page_path') })?.dimension).toEqual(['page_path']);
    expect(
      choose({ groupBy: named('environment'), filters: [{ field: { source: 'named', name: 'release' } }] })?.dimension
    ).toEqual(['environment', 'release']);
    expect(choose({ kind: 'errors', groupBy: named('error_type', 'page_path') })?.dimension).toEqual([
      'fingerprint',
      'error_type',
      'page_path',
    ]);
  });

  it('reads ratings of counts from their columns', () => {
    const byRating = { kind: 'performance' as const, groupBy: named('rating', 'page_path') };
    expect(choose(byRating)).toMatchObject({ dimension: ['page_path'], byRating: true });
    expect(choose({ ...byRating, calculation: 'p75' })).toBeUndefined();
  });

  it('counts users and sessions by the dimensions they are counted by', () => {
    expect(choose({ calculation: 'uniques_users', groupBy: named('country') })?.counted).toBe('users');
    expect(choose({ calculation: 'uniques_sessions', groupBy: named('country') })).toBeUndefined();
    expect(choose({ kind: 'performance', calculation: 'uniques_users' })).toBeUndefined();
  });

  it.each([
    ['an attribute', { groupBy: [{ source: 'attribute' as const, name: 'event_data.x' }] }],
    ['a field of which nothing is summarised', { groupBy: named('page_url') }],
    ['two dimensions that are not counted together', { groupBy: named('page_path', 'browser') }],
    ['bots among events', { includeBots: true }],
    ['errors without bots', { kind: 'errors' as const, includeBots: false }],
    ['a time as short as raw rows answer at once', { range: { from: 0, to: 5 * hour } }],
    ['buckets shorter than a minute', { bucketMs: 30 * second }],
    ['uptime', { kind: 'health' as const, calculation: 'uptime' as const }],
  ])('leaves raw rows to answer %s', (_what, more) => {
    expect(choose(more)).toBeUndefined();
  });
});
