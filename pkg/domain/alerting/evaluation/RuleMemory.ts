import type { Verdict } from '../conditions/Reading';
import type { Labels } from '../labels/labelsKey';
import type { Life, LifeSettings, Step } from '../lifecycle/Life';

/**
 * What an instance is about: the rule's condition, or something that keeps a person from relying on it: data that
 * stopped, an evaluation that fails, more label sets than a rule may have.
 */
export type Concern = 'condition' | 'no data' | 'error' | 'too many';

/** One life under a rule. Concern and labels together are its identity. */
export interface LabelSet {
  concern: Concern;
  labels: Labels;
  life: Life;
}

/** All that a rule must remember between evaluations. */
export interface RuleMemory {
  /** By concern and labels. */
  sets: ReadonlyMap<string, LabelSet>;
  errorsInARow: number;
}

export const emptyMemory: RuleMemory = { sets: new Map(), errorsInARow: 0 };

/** A label set with what is said of it. */
export interface FoundSet {
  labels: Labels;
  verdict: Verdict;
  /** What a person calls it, where the labels alone do not tell. Nothing in it points at a person. */
  subject?: string;
}

/** A verdict for each label set that the condition's query knows, by the key of its labels. */
export interface Verdicts {
  found: ReadonlyMap<string, FoundSet>;
  /** About a label set that it does not know; unless given, that it has no data. */
  missing?: Verdict;
}

/** What an evaluation found, or why it found nothing. */
export type Finding =
  | Verdicts
  /** `reason` can be shown to a person. */
  | { failed: string };

export interface RuleSettings extends LifeSettings {
  /** Whether to open an instance when the rule cannot be evaluated. */
  onError: 'keep' | 'alert';
  /** Label sets that may be open or pending at once. */
  maxLabelSets: number;
}

/** What an evaluation did to one label set. */
export interface Outcome {
  set: LabelSet;
  change: Step['change'];
  /** The number that was judged; for `too many`, how many label sets were left out. */
  value: number | null;
  /** What a person calls the label set. */
  subject?: string | undefined;
}
