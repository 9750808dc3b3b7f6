import {
  type RetainedData,
  retainedData,
  retentionTable,
  type RetentionTier,
  retentionTiers,
} from '../../../src/contract/retentionTable';

/** Days that something is kept. */
export interface RetentionRule {
  data: RetainedData;
  tier: RetentionTier;
  days: number;
}

/** What holds where nobody says otherwise: every tier that exists, in the order of the table. */
export const defaultRules: readonly RetentionRule[] = retainedData.flatMap((data) =>
  retentionTiers.flatMap((tier) => {
    const days = defaultDays(data, tier);
    return days === undefined ? [] : [{ data, tier, days }];
  })
);

/** Undefined where there is no such tier. */
export function defaultDays(data: RetainedData, tier: RetentionTier): number | undefined {
  const tiers: Partial<Record<RetentionTier, number>> = retentionTable[data];
  return tiers[tier];
}

/** Every tier with its days: those of `changes`, else the default. */
export function allRules(changes: readonly RetentionRule[]): RetentionRule[] {
  return defaultRules.map((rule) => changes.find(isSame(rule)) ?? rule);
}

/** Of the same data and tier. */
export function isSame({ data, tier }: Pick<RetentionRule, 'data' | 'tier'>) {
  return (other: Pick<RetentionRule, 'data' | 'tier'>): boolean => other.data === data && other.tier === tier;
}
