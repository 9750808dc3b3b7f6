import type { CreateAlertRule } from '../../../../src/contract/resources/alertRules';
import { checkRule, type RuleChecks } from './checkRule';

const checks: RuleChecks = {
  complaintAboutQuery: ({ groupBy = [], filters = [] }) =>
    [...groupBy, ...filters.map(({ field }) => field)].includes('nonsense')
      ? 'names "nonsense", which is no field'
      : undefined,
  complaintAboutRegex: (pattern) => (pattern.includes('\\1') ? 'has a back reference' : undefined),
};

const unknown = { field: 'nonsense', operator: '=', value: 'x' };
const query = { kind: 'performance', metric: 'LCP', calculation: 'p75', groupBy: ['page_path'] };
const threshold = { query, window_minutes: 5, operator: '>', value: 2500 };
const rule = (config: Record<string, unknown>, more: Partial<CreateAlertRule> = {}): CreateAlertRule => ({
  name: 'LCP is poor',
  severity: 'high',
  condition_type: 'threshold',
  condition_config: config,
  ...more,
});
const complaint = (given: CreateAlertRule): string => {
  try {
    checkRule(given, checks);
    return 'none';
  } catch (error) {
    return String(error);
  }
};

describe('a rule that can be kept', () => {
  it.each<[string, CreateAlertRule['condition_type'], Record<string, unknown>]>([
    ['threshold', 'threshold', threshold],
    ['compared trend', 'trend', { ...threshold, compare: 'previous_window', change: 'percent', value: 30 }],
    ['steady trend', 'trend', { query, window_minutes: 60, windows: 6, direction: 'rise', min_change_percent: 5 }],
    ['pattern', 'pattern', { kind: 'message', regex: 'timeout|ECONN', min_count: 5, window_minutes: 5 }],
    ['pattern', 'pattern', { kind: 'absence', query: { kind: 'events', calculation: 'count' }, for_minutes: 15 }],
  ])('is read as %s', (type, condition_type, config) => {
    expect(checkRule(rule(config, { condition_type }), checks)).toEqual({ type, config });
  });

  it('may use the labels of its groups and its own in templates', () => {
    const templates = { title_template: '{{ labels.page_path }} {{ labels.team }}', labels: { team: 'web' } };
    expect(complaint(rule(threshold, templates))).toBe('none');
  });
});

describe('a rule that cannot be kept is refused with its field named', () => {
  it.each([
    ['a window of nothing', { ...threshold, window_minutes: 0 }, '"condition_config.window_minutes" must be >= 1'],
    ['no limit', { ...threshold, value: undefined }, '"condition_config.value"'],
    ['a limit that is text', { ...threshold, value: '2500' }, '"condition_config.value" must be number'],
    ['an unknown operator', { ...threshold, operator: '=' }, '"condition_config.operator" must be one of >, >=, <, <='],
    [
      'an unknown calculation',
      { ...threshold, query: { ...query, calculation: 'p76' } },
      'condition_config.query.calculation',
    ],
    ['a key that nothing reads', { ...threshold, treshold: 1 }, '"condition_config.treshold" is no part of it'],
    ['a field that does not exist', { ...threshold, query: { ...query, groupBy: ['nonsense'] } }, '"nonsense"'],
    [
      'a recovery beyond the limit',
      { ...threshold, recovery_value: 2600 },
      '"condition_config.recovery_value" must not be above',
    ],
    ['an evaluation every second', { ...threshold, evaluation_interval_seconds: 1 }, 'evaluation_interval_seconds'],
  ])('%s', (_what, config, expected) => {
    expect(complaint(rule(config))).toContain(expected);
  });

  it.each([
    ['a kind of pattern that does not exist', { kind: 'guess' }, '"condition_config.kind" must be one of message, '],
    ['no kind', {}, '"condition_config.kind"'],
    [
      'a pattern that RE2 does not take',
      { kind: 'message', regex: '(a)\\1', window_minutes: 5 },
      '"condition_config.regex" has a back reference',
    ],
    [
      'a sequence of events that cannot be asked',
      {
        kind: 'sequence',
        a: { filters: [] },
        b: { filters: [unknown] },
        expect_b: true,
        within_minutes: 5,
        window_minutes: 5,
      },
      '"condition_config.b.filters" names "nonsense"',
    ],
    ['a count of nothing', { kind: 'message', regex: 'a', min_count: 0, window_minutes: 5 }, 'min_count'],
  ])('%s', (_what, condition_config, expected) => {
    expect(complaint(rule(condition_config, { condition_type: 'pattern' }))).toContain(expected);
  });

  it('a recovery below the limit of a rule that looks downwards', () => {
    expect(complaint(rule({ ...threshold, operator: '<', recovery_value: 2400 }))).toContain('must not be below');
  });

  it('a look back of years', () => {
    const config = { query, window_minutes: 10_080, windows: 100, direction: 'rise', min_change_percent: 5 };
    expect(complaint(rule(config, { condition_type: 'trend' }))).toContain('at most 31 days');
  });

  it.each(['title_template', 'message_template'] as const)('a %s that cannot be filled in', (field) => {
    expect(complaint(rule(threshold, { [field]: '{{ labels.browser }}' }))).toContain(`"${field}" is no template`);
  });
});
