import { withoutData } from '../conditions/Reading';
import { labelsKey } from '../labels/labelsKey';
import type { Life } from '../lifecycle/Life';
import { LabelSets, setKeyOf } from './LabelSets';
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
    judgeVerdicts(sets, memory.sets, finding, settings);
  }
  return { memory: { sets: sets.sets, errorsInARow }, outcomes: sets.outcomes };
}

function judgeVerdicts(sets: LabelSets, known: RuleMemory['sets'], verdicts: Verdicts, settings: RuleSettings): void {
  const stoppedBefore = sets.of('no data');
  let busy = 0;
  let isEmpty = verdicts.found.size === 0;
  for (const { concern, life } of known.values()) {
    if (concern === 'condition') {
      busy += Number(isBusy(life));
      isEmpty = false;
    }
  }
  let leftOut = 0;
  const judge = ({ labels, verdict, subject }: FoundSet, wasBusy: boolean): void => {
    if (verdict.observation.outcome === 'firing' && !wasBusy) {
      if (busy >= settings.maxLabelSets) {
        leftOut += 1;
        return;
      }
      busy += 1;
    }
    sets.observe('condition', labels, verdict.observation, verdict.value, subject);
    const hasStopped = verdict.observation.outcome === 'no data';
    sets.report('no data', labels, settings.noData === 'alert' && hasStopped, null);
  };

  // Known label sets first, so that new ones cannot crowd them out; the empty one where there is nothing at all.
  const missing = verdicts.missing ?? withoutData;
  for (const { concern, labels, life } of known.values()) {
    if (concern === 'condition') {
      judge(verdicts.found.get(labelsKey(labels)) ?? { labels, verdict: missing }, isBusy(life));
    }
  }
  for (const found of verdicts.found.values()) {
    if (!known.has(setKeyOf('condition', found.labels))) {
      judge(found, false);
    }
  }
  if (isEmpty) {
    judge({ labels: {}, verdict: withoutData }, false);
  }
  sets.report('too many', {}, leftOut > 0, leftOut);

  for (const { labels } of stoppedBefore) {
    const wasJudged =
      verdicts.found.has(labelsKey(labels)) ||
      known.has(setKeyOf('condition', labels)) ||
      (isEmpty && labelsKey(labels) === labelsKey({}));
    if (!wasJudged) {
      // A rule that had nothing at all has something again; a label set that was forgotten may only become stale.
      const hasBegun = labelsKey(labels) === labelsKey({}) && verdicts.found.size > 0;
      sets.observe(
        'no data',
        labels,
        hasBegun ? { outcome: 'normal', isRecovered: true } : { outcome: 'no data' },
        null
      );
    }
  }
}

function isBusy({ open, pendingSince }: Life): boolean {
  return open !== null || pendingSince !== null;
}
