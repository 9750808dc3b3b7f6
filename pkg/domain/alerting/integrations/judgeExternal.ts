import { LabelSets, setKeyOf } from '../evaluation/LabelSets';
import type { Outcome, RuleMemory, RuleSettings } from '../evaluation/RuleMemory';
import type { ExternalAlert, ExternalText } from './ExternalAlert';

/** What a notification did to the lives under an integration's rule. */
export interface ExternalJudgement {
  memory: RuleMemory;
  outcomes: Outcome[];
  /** What is to be read of those that open, by the key of their label set. */
  texts: ReadonlyMap<string, ExternalText>;
}

/**
 * What alerts of another system make of the lives under their rule at `now`: each is one observation of its labels, and
 * what is not spoken of stays as it is, for a notification tells of a part only. Beyond `maxLabelSets` further ones are
 * only counted.
 */
export function judgeExternal(
  memory: RuleMemory,
  alerts: readonly ExternalAlert[],
  settings: RuleSettings,
  now: number
): ExternalJudgement {
  const sets = new LabelSets(memory.sets, settings, now);
  const texts = new Map<string, ExternalText>();
  let leftOut = 0;
  for (const { status, labels, text, value } of alerts) {
    const key = setKeyOf('condition', labels);
    const isOpen = (sets.sets.get(key)?.life.open ?? null) !== null;
    if (status === 'firing' && !isOpen && openOf(sets) >= settings.maxLabelSets) {
      leftOut += 1;
      continue;
    }
    texts.set(key, text);
    const observation =
      status === 'firing' ? ({ outcome: 'firing' } as const) : ({ outcome: 'normal', isRecovered: true } as const);
    sets.observe('condition', labels, observation, value);
  }
  if (leftOut > 0 || openOf(sets) < settings.maxLabelSets) {
    sets.report('too many', {}, leftOut > 0, leftOut);
  }
  return { memory: { ...memory, sets: sets.sets }, outcomes: sets.outcomes, texts };
}

function openOf(sets: LabelSets): number {
  return sets.of('condition').filter(({ life }) => life.open !== null).length;
}
