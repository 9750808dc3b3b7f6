import type { AlertRule } from '../entities/AlertRule';
import { describeCondition } from './describeCondition';

const lcp = { kind: 'performance', metric: 'LCP', calculation: 'p75', groupBy: ['page_path'] };
const orders = {
  kind: 'events',
  calculation: 'count',
  filters: [{ field: 'event_name', operator: '=', value: 'order' }],
};

const cases: ReadonlyArray<[AlertRule['condition_type'], object, string]> = [
  [
    'threshold',
    { query: lcp, window_minutes: 5, operator: '>', value: 2500 },
    'p75 of LCP by page over 5 min is above 2.5 s',
  ],
  [
    'threshold',
    {
      query: { ...lcp, filters: [{ field: 'browser', operator: '=', value: 'Firefox' }] },
      window_minutes: 90,
      operator: '>=',
      value: 180,
      for_minutes: 10,
    },
    'p75 of LCP by page over 1 h 30 min is at least 180 ms for 10 min, where browser is Firefox',
  ],
  [
    'threshold',
    { query: { kind: 'errors', calculation: 'count' }, window_minutes: 1440, operator: '<', value: 12345 },
    'number of errors over 1 d is below 12,345',
  ],
  [
    'threshold',
    { query: { kind: 'health', calculation: 'uptime' }, window_minutes: 60, operator: '<=', value: 99.9 },
    'uptime over 1 h is at most 99.9%',
  ],
  [
    'trend',
    { query: lcp, window_minutes: 60, compare: 'same_time_last_week', change: 'percent', operator: '>', value: 30 },
    'p75 of LCP by page over 1 h rises by more than 30% against the same time last week',
  ],
  [
    'trend',
    { query: orders, window_minutes: 60, compare: 'previous_window', change: 'percent', operator: '<', value: -50 },
    'number of events over 1 h falls by more than 50% against the window before, where event name is order',
  ],
  [
    'trend',
    { query: lcp, window_minutes: 60, windows: 6, direction: 'rise', min_change_percent: 5 },
    'p75 of LCP by page rises steadily over 6 windows of 1 h, by more than 5% a window',
  ],
  [
    'pattern',
    { kind: 'message', regex: 'timeout|ECONN', in_stack: true, min_count: 5, min_users: 3, window_minutes: 5 },
    'errors whose message or stack matches timeout|ECONN come 5 times or for 3 users in 5 min',
  ],
  [
    'pattern',
    { kind: 'new_group', min_severity: 'high', window_minutes: 10 },
    'a new error of severity high or worse is seen',
  ],
  ['pattern', { kind: 'regressed', window_minutes: 10 }, 'a resolved error comes back'],
  ['pattern', { kind: 'spread', by: 'pages', min: 20, window_minutes: 30 }, 'an error reaches 20 pages in 30 min'],
  [
    'pattern',
    {
      kind: 'sequence',
      a: { filters: [{ field: 'event_name', operator: '=', value: 'checkout' }] },
      b: { filters: [{ field: 'event_name', operator: '=', value: 'paid' }] },
      expect_b: false,
      within_minutes: 10,
      min_count: 5,
      window_minutes: 30,
    },
    '5 times in 30 min, an event where event name is checkout is not followed by one where event name is paid within 10 min',
  ],
  [
    'pattern',
    { kind: 'rate', query: orders, per_minute_above: 50, window_minutes: 5 },
    'events over 5 min are above 50 per minute, where event name is order',
  ],
  [
    'pattern',
    { kind: 'absence', query: orders, for_minutes: 15 },
    'no events for 15 min, where event name is order, although there were some at that time yesterday',
  ],
  [
    'pattern',
    { kind: 'health', service_name: '*', status: 'down', for_results: 3 },
    'any service is down for 3 results',
  ],
  ['pattern', { kind: 'certificate', days: 14 }, 'a certificate expires in less than 14 days'],
];

describe('a condition in words', () => {
  it.each(cases)('of a %s %j', (condition_type, condition_config, words) => {
    expect(describeCondition({ condition_type, condition_config: { ...condition_config } })).toBe(words);
  });

  it('shows what is still missing', () => {
    expect(describeCondition({ condition_type: 'threshold', condition_config: {} })).toBe('… over … is … …');
    expect(describeCondition({ condition_type: 'pattern', condition_config: { kind: 'certificate' } })).toBe(
      'a certificate expires in less than … days'
    );
  });

  it('survives a pattern of another version', () => {
    expect(describeCondition({ condition_type: 'pattern', condition_config: { kind: 'moon' } })).toContain(
      'does not know'
    );
  });
});
