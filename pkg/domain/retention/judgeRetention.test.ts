import { judgeRetention } from './judgeRetention';
import { allRules, defaultRules, type RetentionRule } from './retentionRules';

const rule = (data: RetentionRule['data'], tier: RetentionRule['tier'], days: number): RetentionRule => ({
  data,
  tier,
  days,
});

describe('the retention table', () => {
  it('has the tiers of the model and no others', () => {
    expect(defaultRules.map(({ data, tier, days }) => `${data} ${tier} ${days}`)).toEqual([
      'analytics raw 90',
      'analytics summary 730',
      'analytics pattern 365',
      'performance raw 30',
      'performance summary 365',
      'performance trend 730',
      'errors raw 90',
      'errors summary 365',
      'errors archive 730',
      'health raw 30',
      'health summary 365',
      'health trend 730',
      'metrics raw 30',
      'metrics summary 365',
      'metrics trend 730',
      'spans raw 30',
      'consent raw 365',
      'silences raw 365',
    ]);
  });

  it('is in order by itself', () => {
    expect(judgeRetention([], false)).toBeUndefined();
    expect(judgeRetention(defaultRules, false)).toBeUndefined();
  });

  it('gives every tier days, those that were changed theirs', () => {
    const all = allRules([rule('spans', 'raw', 3)]);
    expect(all).toHaveLength(defaultRules.length);
    expect(all).toContainEqual(rule('spans', 'raw', 3));
    expect(all).toContainEqual(rule('health', 'raw', 30));
  });
});

describe('what an organisation asks for', () => {
  it('may be a day, and the default', () => {
    expect(judgeRetention([rule('errors', 'raw', 1)], false)).toBeUndefined();
    expect(judgeRetention([rule('errors', 'raw', 90)], false)).toBeUndefined();
  });

  it.each([0, -1, 1.5, Number.NaN])('may not be %p days', (days) => {
    expect(judgeRetention([rule('spans', 'raw', days)], true)).toContain('at least 1');
  });

  it('is longer than the default only if that is stated', () => {
    const longer = [rule('spans', 'raw', 31)];
    expect(judgeRetention(longer, false)).toContain('longer than the default of 30');
    expect(judgeRetention(longer, true)).toBeUndefined();
  });

  it('names tiers that exist, each once', () => {
    expect(judgeRetention([rule('spans', 'archive', 5)], true)).toBe('There is no tier "archive" of spans');
    expect(judgeRetention([rule('spans', 'raw', 5), rule('spans', 'raw', 6)], true)).toContain('named twice');
  });

  it.each([
    [[rule('analytics', 'summary', 89)], 'analytics: "summary" (89 days)'],
    [[rule('analytics', 'pattern', 30)], 'analytics: "pattern" (30 days)'],
    [[rule('errors', 'archive', 89)], 'errors: "archive" (89 days)'],
    [[rule('health', 'trend', 364)], 'health: "trend" (364 days)'],
    [[rule('errors', 'raw', 400)], 'errors: "summary" (365 days)'],
  ])('lets nothing go before what it is made of: %j', (rules, complaint) => {
    expect(judgeRetention(rules, true)).toContain(complaint);
  });

  it('may shorten all of a kind together', () => {
    const rules = [rule('analytics', 'raw', 7), rule('analytics', 'summary', 7), rule('analytics', 'pattern', 7)];
    expect(judgeRetention(rules, false)).toBeUndefined();
  });
});
