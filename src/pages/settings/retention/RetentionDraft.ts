import type { RetentionPolicy, SetRetentionPolicies } from '../../../contract/resources/retention';
import { mostRetentionDays, outlivedTier } from '../../../contract/retentionTable';
import { nameOf, tierTexts } from './retentionTexts';

/** Days as a person typed them, by tier; right or not. */
export type RetentionDraft = Readonly<Record<string, string>>;

type Tier = Pick<RetentionPolicy, 'data' | 'tier'>;

/** What a tier is known by within a draft. */
export const keyOf = ({ data, tier }: Tier): string => `${data} ${tier}`;

/** The form's content for policies as they are. */
export function draftOf(policies: readonly RetentionPolicy[]): RetentionDraft {
  return Object.fromEntries(policies.map((policy) => [keyOf(policy), String(policy.days)]));
}

/** The form's content that makes everything as it is without anybody's doing. */
export function defaultsOf(policies: readonly RetentionPolicy[]): RetentionDraft {
  return Object.fromEntries(policies.map((policy) => [keyOf(policy), String(policy.default_days)]));
}

const daysOf = (draft: RetentionDraft, tier: Tier): number => Number((draft[keyOf(tier)] ?? '').trim() || NaN);

/** Why a draft cannot be saved, by tier; empty when it can. */
export function problemsOf(draft: RetentionDraft, policies: readonly RetentionPolicy[]): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const policy of policies) {
    const { data, tier } = policy;
    const days = daysOf(draft, policy);
    const before = outlivedTier[tier];
    if (!Number.isInteger(days) || days < 1 || days > mostRetentionDays) {
      problems[keyOf(policy)] = `A whole number from 1 to ${mostRetentionDays.toLocaleString('en')}.`;
    } else if (before !== undefined && days < daysOf(draft, { data, tier: before })) {
      problems[keyOf(policy)] = `At least as long as “${tierTexts[before].label}”.`;
    }
  }
  return problems;
}

/** What a draft changes. */
export interface RetentionChange {
  name: string;
  from: number;
  to: number;
  defaultDays: number;
}

/** What saving a draft without problems would change. */
export function changesOf(draft: RetentionDraft, policies: readonly RetentionPolicy[]): RetentionChange[] {
  return policies
    .map((policy) => ({
      name: nameOf(policy),
      from: policy.days,
      to: daysOf(draft, policy),
      defaultDays: policy.default_days,
    }))
    .filter(({ from, to }) => from !== to);
}

const differing = (policies: readonly RetentionPolicy[], daysFor: (policy: RetentionPolicy) => number) =>
  policies
    .map((policy) => ({ data: policy.data, tier: policy.tier, days: daysFor(policy), usual: policy.default_days }))
    .filter(({ days, usual }) => days !== usual)
    .map(({ data, tier, days }) => ({ data, tier, days }));

/** What is sent for a draft without problems whose changes were confirmed. */
export function policiesOf(draft: RetentionDraft, policies: readonly RetentionPolicy[]): SetRetentionPolicies {
  return {
    policies: differing(policies, (policy) => daysOf(draft, policy)),
    // Somebody else may be at the same form.
    expected: differing(policies, ({ days }) => days),
    allow_longer: true,
  };
}
