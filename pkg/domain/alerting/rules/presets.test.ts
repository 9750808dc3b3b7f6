import { alertPresets } from '../../../../src/contract/alerting/presets';
import { checkRule } from './checkRule';

const checks = { complaintAboutQuery: () => undefined, complaintAboutRegex: () => undefined };

describe('ready-made rules', () => {
  it.each(alertPresets.map(({ id, rule }) => [id, rule] as const))('%s can be kept as it is', (_, rule) => {
    expect(() => checkRule(rule, checks)).not.toThrow();
    expect(rule.description).not.toBe('');
  });

  it('have names and ids of their own', () => {
    const names = new Set(alertPresets.map(({ rule }) => rule.name));
    const ids = new Set(alertPresets.map(({ id }) => id));
    expect([names.size, ids.size]).toEqual([alertPresets.length, alertPresets.length]);
  });
});
