import type { Verdict } from '../conditions/Reading';
import type { Verdicts } from '../evaluation/RuleMemory';
import type { GroupName } from '../evidence/Evidence';
import { labelsKey, type Labels } from '../labels/labelsKey';

export function firing(value: number | null): Verdict {
  return { observation: { outcome: 'firing' }, value };
}

export function recovered(value: number | null): Verdict {
  return { observation: { outcome: 'normal', isRecovered: true }, value };
}

/** A verdict on everything at once. */
export function only(verdict: Verdict): Verdicts {
  const labels: Labels = {};
  return { found: new Map([[labelsKey(labels), { labels, verdict }]]) };
}

/** Groups that fire, each by itself; all others are over. */
export function firingGroups(groups: ReadonlyArray<{ group: GroupName; number: number | null }>): Verdicts {
  const found = groups.map(({ group: { app, fingerprint, title }, number }) => {
    const labels: Labels = { app, fingerprint };
    return [labelsKey(labels), { labels, verdict: firing(number), subject: title }] as const;
  });
  return { found: new Map(found), missing: recovered(null) };
}

export const groupLabels: readonly string[] = ['app', 'fingerprint'];
