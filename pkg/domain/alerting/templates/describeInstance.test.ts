import { unitOfCondition } from '../../../../src/contract/alerting/unitOfCondition';
import { describeInstance, type RuleText } from './describeInstance';

const rule = (more: Partial<RuleText> = {}): RuleText => ({
  name: 'Slow',
  description: '',
  severity: 'high',
  labels: { team: 'web' },
  title_template: null,
  message_template: null,
  condition_type: 'threshold',
  condition_config: { query: { kind: 'performance', metric: 'LCP', calculation: 'p75' } },
  ...more,
});
const textsOf = (of: RuleText, value: number | null, limit: number | null, subject?: string) =>
  describeInstance(
    of,
    { concern: 'condition', labels: { app: 'shop', ...(subject !== undefined && { fingerprint: 'f00d' }) } },
    { value, limit, unit: unitOfCondition(of), subject }
  );
const query = (more: object) => ({ condition_config: { query: { kind: 'performance', ...more } } });

describe('what an alert says for itself', () => {
  it.each([
    [{}, 3200, 2500, 'P75 of LCP: 3.2 s, limit 2.5 s.'],
    [query({ metric: 'CLS', calculation: 'p75' }), 0.21, 0.1, 'P75 of CLS: 0.21, limit 0.1.'],
    [query({ metric: 'LCP', calculation: 'share_poor' }), 12.345, 10, 'Share of poor LCP: 12.35%, limit 10%.'],
    [query({ kind: 'health', metric: 'error_rate', calculation: 'avg' }), 0.052, 0.05, 'Average error rate: 5.2%, limit 5%.'],
    [query({ kind: 'errors', calculation: 'count' }), 1204, 1000, 'Number of errors: 1,204, limit 1,000.'],
    [{ condition_type: 'trend', condition_config: { change: 'percent', query: { kind: 'errors', calculation: 'count' } } },
      231, 200, 'Change of number of errors: 231%, limit 200%.'],
    [{ condition_type: 'pattern', condition_config: { kind: 'certificate' } }, 3.5, 14, 'Measured 3.5 days, limit 14 days.'],
    [{ condition_type: 'pattern', condition_config: { kind: 'new_group' } }, null, null, ''],
  ] as const)('has the unit of its metric: %j', (more, value, limit, message) => {
    expect(textsOf(rule(more as Partial<RuleText>), value, limit).message).toBe(message);
  }); // prettier-ignore

  it('names the error instead of its fingerprint', () => {
    expect(textsOf(rule({ name: 'New error' }), null, null, 'TypeError: x is undefined').title).toBe(
      'New error: TypeError: x is undefined (app shop)'
    );
  });

  it('gives templates numbers to reckon with and texts to read', () => {
    const templates = {
      title_template: '{{ subject }} at {{ value_text }}',
      message_template: '{% if value > limit %}over {{ limit_text }}{% endif %}',
    };
    expect(textsOf(rule(templates), 3200, 2500, 'TypeError: x')).toMatchObject({
      title: 'TypeError: x at 3.2 s',
      message: 'over 2.5 s',
    });
  });

  it('says what a template cannot, and why', () => {
    expect(textsOf(rule({ title_template: '{{ nothing }}' }), 1, null).title).toMatch(
      /^Slow \(app shop\) \[the template failed: .*nothing/
    );
  });
});
