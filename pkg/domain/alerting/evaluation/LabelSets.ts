import { labelsKey, type Labels } from '../labels/labelsKey';
import { newLife, type LifeSettings, type Observation } from '../lifecycle/Life';
import { observe } from '../lifecycle/observe';
import { isForgettable } from './isForgettable';
import type { Concern, LabelSet, Outcome, RuleSettings } from './RuleMemory';

/** The label sets of a rule during one evaluation: takes observations, and keeps what they changed. */
export class LabelSets {
  readonly sets: Map<string, LabelSet>;
  readonly outcomes: Outcome[] = [];
  private readonly settings: RuleSettings;
  private readonly now: number;
  /** Those of which there may be a set: most rules have one kind. */
  private readonly concerns = new Set<Concern>();

  constructor(sets: ReadonlyMap<string, LabelSet>, settings: RuleSettings, now: number) {
    this.sets = new Map(sets);
    this.settings = settings;
    this.now = now;
    for (const { concern } of sets.values()) {
      this.concerns.add(concern);
    }
  }

  /** Makes the next step of a life, which begins with it where there is none. */
  observe(concern: Concern, labels: Labels, observation: Observation, value: number | null, subject?: string): void {
    const key = setKeyOf(concern, labels);
    const before = this.sets.get(key)?.life;
    if (before === undefined && observation.outcome !== 'firing' && this.settings.noData !== 'alert') {
      // Nothing begins with it, and a life that never began is forgotten, unless it is to be missed.
      return;
    }
    const { life, change } = observe(before ?? newLife, observation, settingsOf(concern, this.settings), this.now);
    const set: LabelSet = { concern, labels, life };
    if (isForgettable(life, this.settings, this.now)) {
      this.sets.delete(key);
    } else {
      this.sets.set(key, set);
      this.concerns.add(concern);
    }
    if (life.open !== null || change !== null) {
      this.outcomes.push({ set, change, value, subject });
    }
  }

  /** Says whether something other than the condition holds. That it does not matters only where it did. */
  report(concern: Exclude<Concern, 'condition'>, labels: Labels, holds: boolean, value: number | null): void {
    if (holds) {
      this.observe(concern, labels, { outcome: 'firing' }, value);
    } else if (this.concerns.has(concern) && this.sets.has(setKeyOf(concern, labels))) {
      this.observe(concern, labels, { outcome: 'normal', isRecovered: true }, value);
    }
  }

  of(concern: Concern): LabelSet[] {
    return this.concerns.has(concern) ? [...this.sets.values()].filter((set) => set.concern === concern) : [];
  }
}

/** A preview asks for the keys of the same few label sets a million times. */
const knownKeys: Record<Concern, WeakMap<Labels, string>> = {
  condition: new WeakMap(),
  'no data': new WeakMap(),
  error: new WeakMap(),
  'too many': new WeakMap(),
};

/** What a life is found by. */
export function setKeyOf(concern: Concern, labels: Labels): string {
  const known = knownKeys[concern].get(labels);
  if (known !== undefined) {
    return known;
  }
  const key = `${concern} ${labelsKey(labels)}`;
  knownKeys[concern].set(labels, key);
  return key;
}

/** Waiting and hysteresis belong to the condition; the rest is told at once, and ends at once. */
function settingsOf(concern: Concern, settings: LifeSettings): LifeSettings {
  return concern === 'condition' ? settings : { ...settings, forMs: 0, keepFiringMs: 0, noData: 'keep' };
}
