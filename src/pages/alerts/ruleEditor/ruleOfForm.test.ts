import type { CreateAlertRule } from '../../../contract/resources/alertRules';
import { formOfRule } from './formOfRule';
import { problemsOfForm } from './problemsOfForm';
import { newRuleForm } from './RuleForm';
import { ruleOfForm } from './ruleOfForm';

const query = { kind: 'performance', metric: 'LCP', calculation: 'p75', groupBy: ['page_path'], filters: [] };
const filters = [{ field: 'event_name', operator: '=', value: 'pay' }];
const count = { kind: 'events', calculation: 'count', groupBy: [], filters: [] };
const rule = (
  condition_type: CreateAlertRule['condition_type'],
  condition_config: CreateAlertRule['condition_config']
): CreateAlertRule => ({
  name: 'A rule',
  description: 'Why',
  severity: 'high',
  enabled: true,
  condition_type,
  condition_config,
  notification_channels: ['email'],
  cooldown_minutes: 0,
  labels: { team: 'web' },
  title_template: '{{ rule.name }}',
  message_template: null,
  no_data: 'alert',
  on_error: 'keep',
  keep_firing_minutes: 3,
  reminder_minutes: null,
  max_label_sets: 7,
  stale_hours: 48,
});

describe('the form of a rule', () => {
  it.each<[string, CreateAlertRule]>([
    [
      'threshold',
      rule('threshold', {
        query,
        window_minutes: 5,
        operator: '<=',
        value: 0.5,
        recovery_value: 1,
        for_minutes: 2,
        min_samples: 10,
        evaluation_interval_seconds: 10,
        delay_seconds: 0,
      }),
    ],
    [
      'compared',
      rule('trend', {
        query,
        window_minutes: 60,
        compare: 'same_time_last_week',
        change: 'absolute',
        operator: '>',
        value: 30,
      }),
    ],
    ['steady', rule('trend', { query, window_minutes: 60, windows: 6, direction: 'fall', min_change_percent: 5 })],
    ['rate', rule('pattern', { kind: 'rate', query: count, per_minute_above: 50, window_minutes: 5 })],
    ['absence', rule('pattern', { kind: 'absence', query: count, for_minutes: 15, only_if_seen_yesterday: false })],
    [
      'message',
      rule('pattern', { kind: 'message', regex: 'a|b', in_stack: true, min_count: 5, min_users: 2, window_minutes: 5 }),
    ],
    ['new_group', rule('pattern', { kind: 'new_group', min_severity: 'high', window_minutes: 10 })],
    ['regressed', rule('pattern', { kind: 'regressed', min_severity: 'low', window_minutes: 10 })],
    ['spread', rule('pattern', { kind: 'spread', by: 'pages', min: 20, window_minutes: 30 })],
    [
      'sequence',
      rule('pattern', {
        kind: 'sequence',
        a: { filters },
        b: { filters },
        expect_b: true,
        within_minutes: 10,
        min_count: 5,
        window_minutes: 30,
      }),
    ],
    ['health', rule('pattern', { kind: 'health', service_name: 'api', status: 'degraded', for_results: 2 })],
    ['certificate', rule('pattern', { kind: 'certificate', days: 14 })],
    ['external', rule('pattern', { kind: 'external', integration_id: '01890000-0000-7000-8000-000000000009' })],
  ])('gives back a rule of kind %s as it was', (kind, given) => {
    const form = formOfRule(given);
    expect(form.condition).toBe(kind);
    expect(problemsOfForm(form)).toEqual({});
    expect(ruleOfForm(form)).toEqual(given);
  });

  it('sends nothing of another kind that was tried before', () => {
    const form = { ...formOfRule(rule('pattern', { kind: 'certificate', days: 14 })), condition: 'health' as const };
    expect(ruleOfForm(form).condition_config).toEqual({
      kind: 'health',
      service_name: '*',
      status: 'down',
      for_results: 1,
    });
  });

  it('names what is wrong at its field, before anything is sent', () => {
    const form = {
      ...newRuleForm,
      value: '2500',
      recovery_value: '2600',
      window_minutes: '0',
      min_samples: '1.5',
      cooldown_minutes: 'ten',
      labels: [{ name: 'te am', value: 'x' }],
    };
    expect(problemsOfForm(form)).toEqual({
      name: expect.stringContaining('Give the rule a name'),
      recovery_value: 'Not above the limit: it would end while it still fires.',
      window_minutes: 'A whole number from 1 to 10,080.',
      min_samples: 'A whole number from 1 to 1,000,000,000.',
      cooldown_minutes: 'A whole number from 0 to 43,200.',
      labels: expect.stringContaining('letters, digits and _'),
    });
    expect(problemsOfForm(newRuleForm).value).toBe('A number is needed here.');
  });

  it.each([
    [{ condition: 'message' as const }, 'regex'],
    [{ condition: 'health' as const, service_name: ' ' }, 'service_name'],
    [{ condition: 'sequence' as const }, 'a'],
    [{ query: { kind: 'metrics' as const, calculation: 'p75' as const } }, 'query'],
  ])('asks for what %j lacks', (part, field) => {
    expect(problemsOfForm({ ...newRuleForm, ...part })).toHaveProperty(field);
  });
});
