import type { CreateAlertRule } from '../../../contract/resources/alertRules';
import { describeRule } from './describeRule';

const rule: CreateAlertRule = {
  name: 'LCP',
  severity: 'high',
  condition_type: 'threshold',
  condition_config: {
    query: { kind: 'performance', metric: 'LCP', calculation: 'p75', groupBy: ['page_path'] },
    window_minutes: 5,
    operator: '>',
    value: 2500,
  },
};

describe('a rule in words', () => {
  it('says when it fires, for what, and that nobody is told', () => {
    expect(describeRule(rule)).toBe(
      'When p75 of LCP by page over 5 min is above 2.5 s, an alert of high severity opens, one for each page. ' +
        'It resolves by itself. Nobody is told: it is seen in the inbox only.'
    );
  });

  it('says whom it tells, how often, and when it is over', () => {
    const text = describeRule({
      ...rule,
      condition_config: { ...rule.condition_config, recovery_value: 2300 },
      keep_firing_minutes: 5,
      notification_channels: ['email', 'slack'],
      cooldown_minutes: 10,
      reminder_minutes: 60,
    });
    expect(text).toContain('It resolves once the value is down to 2.3 s for 5 min.');
    expect(text).toContain('It is sent to email and slack, at most every 10 min, and again every 1 h until somebody');
  });

  it('has dots for what is not typed yet', () => {
    const { value: _, ...config } = rule.condition_config;
    expect(describeRule({ ...rule, condition_config: config })).toContain('is above …');
  });

  it('says that it is off', () => {
    expect(describeRule({ ...rule, enabled: false })).toMatch(/It is switched off\.$/);
  });
});
