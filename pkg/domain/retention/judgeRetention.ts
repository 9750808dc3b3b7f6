import { outlivedTier } from '../../../src/contract/retentionTable';
import { allRules, defaultDays, isSame, type RetentionRule } from './retentionRules';

/**
 * What is wrong with rules that an organisation asks for, as a sentence that says what to do; undefined: nothing.
 * @param allowLonger whether the caller states that more days than a default are meant
 */
export function judgeRetention(rules: readonly RetentionRule[], allowLonger: boolean): string | undefined {
  for (const rule of rules) {
    const { data, tier, days } = rule;
    const most = defaultDays(data, tier);
    if (most === undefined) {
      return `There is no tier "${tier}" of ${data}`;
    }
    if (rules.filter(isSame(rule)).length > 1) {
      return `The tier "${tier}" of ${data} is named twice`;
    }
    if (!Number.isInteger(days) || days < 1) {
      return `${data}, ${tier}: keep it for whole days, at least 1`;
    }
    if (days > most && !allowLonger) {
      return `${data}, ${tier}: ${days} days are longer than the default of ${most}. If that is meant, send "allow_longer": true`;
    }
  }
  return judgeOrder(allRules(rules));
}

function judgeOrder(all: readonly RetentionRule[]): string | undefined {
  for (const { data, tier, days } of all) {
    const before = outlivedTier[tier];
    const shorter = before && all.find(isSame({ data, tier: before }));
    if (shorter && days < shorter.days) {
      return `${data}: "${tier}" (${days} days) must be kept at least as long as "${shorter.tier}" (${shorter.days} days)`;
    }
  }
  return undefined;
}
