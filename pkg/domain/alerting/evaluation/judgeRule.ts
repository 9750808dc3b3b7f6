import { withoutData } from '../conditions/Reading';
import { labelsKey } from '../labels/labelsKey';
import type { Life } from '../lifecycle/Life';
import { LabelSets } from './LabelSets';
import type { Finding, FoundSet, Outcome, RuleMemory, RuleSettings, Verdicts } from './RuleMemory';

/** After so many failed evaluations in a row somebody is told. */
const toldAfterErrors = 3;

/**
 * What an evaluation at `now` makes of all label sets of a rule. A failed one changes nothing but the count of failures.
 * A known label set without a verdict has no data. Beyond `maxLabelSets` further ones are only counted.
 */
export function judgeRule(
  memory: RuleMemory,
  finding: Finding,
  settings: RuleSettings,
  now: number
): { memory: RuleMemory; outcomes: Outcome[] } {
  const sets = new LabelSets(memory.sets, settings, now);
  const errorsInARow = 'failed' in finding ? memory.errorsInARow + 1 : 0;
  if ('failed' in finding) {
    if (settings.onError === 'alert' && errorsInARow >= toldAfterErrors) {
      sets.report('error', {}, true, errorsInARow);
    }
  } else {
    sets.report('error', {}, false, null);
    judgeVerdicts(sets, finding, settings);
  }
  return { memory: { sets: sets.sets, errorsInARow }, outcomes: sets.outcomes };
}

function judgeVerdicts(sets: LabelSets, verdicts: Verdicts, settings: RuleSettings): void {
  const stoppedBefore = sets.of('no data');
  const candidates = candidatesOf(sets, verdicts);
  let busy = candidates.filter(({ isBusy }) => isBusy).length;
  let leftOut = 0;
  for (const { set, isBusy } of candidates) {
    const { labels, verdict, subject } = set;
    if (verdict.observation.outcome === 'firing' && !isBusy) {
      if (busy >= settings.maxLabelSets) {
        leftOut += 1;
        continue;
      }
      busy += 1;
    }
    sets.observe('condition', labels, verdict.observation, verdict.value, subject);
    const hasStopped = verdict.observation.outcome === 'no data';
    sets.report('no data', labels, settings.noData === 'alert' && hasStopped, null);
  }
  sets.report('too many', {}, leftOut > 0, leftOut);

  if (stoppedBefore.length === 0) {
    return;
  }
  const judged = new Set(candidates.map(({ set }) => labelsKey(set.labels)));
  for (const { labels } of stoppedBefore.filter((set) => !judged.has(labelsKey(set.labels)))) {
    // A rule that had nothing at all has something again; a label set that was forgotten may only become stale.
    const hasBegun = labelsKey(labels) === labelsKey({}) && verdicts.found.size > 0;
    sets.observe('no data', labels, hasBegun ? { outcome: 'normal', isRecovered: true } : { outcome: 'no data' }, null);
  }
}

interface Candidate {
  set: FoundSet;
  /** Open or pending already. */
  isBusy: boolean;
}

/** Known label sets first, so that new ones cannot crowd them out; the empty one where there is nothing at all. */
function candidatesOf(sets: LabelSets, verdicts: Verdicts): Candidate[] {
  const candidates: Candidate[] = [];
  const knownKeys = new Set<string>();
  for (const { labels, life } of sets.of('condition')) {
    const key = labelsKey(labels);
    knownKeys.add(key);
    const set = verdicts.found.get(key) ?? { labels, verdict: verdicts.missing ?? withoutData };
    candidates.push({ set, isBusy: isBusy(life) });
  }
  for (const [key, set] of verdicts.found) {
    if (!knownKeys.has(key)) {
      candidates.push({ set, isBusy: false });
    }
  }
  return candidates.length === 0 ? [{ set: { labels: {}, verdict: withoutData }, isBusy: false }] : candidates;
}

function isBusy({ open, pendingSince }: Life): boolean {
  return open !== null || pendingSince !== null;
}
