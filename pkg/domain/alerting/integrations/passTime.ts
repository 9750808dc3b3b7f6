import { isForgettable } from '../evaluation/isForgettable';
import type { LabelSet, Outcome, RuleMemory, RuleSettings } from '../evaluation/RuleMemory';
import type { Life, LifeSettings, Step } from '../lifecycle/Life';
import { observe } from '../lifecycle/observe';

/**
 * What the mere passing of time does to lives that another system feeds. It tells of an alert when something changes and
 * every few hours; reminders, the end of an acknowledgement, a recovery that must last, and data that stopped would wait
 * for as long.
 */
export function passTime(
  memory: RuleMemory,
  settings: RuleSettings,
  now: number
): { memory: RuleMemory; outcomes: Outcome[] } {
  const sets = new Map<string, LabelSet>();
  const outcomes: Outcome[] = [];
  for (const [key, set] of memory.sets) {
    const { life, change } =
      set.concern === 'condition' ? passLife(set.life, settings, now) : { life: set.life, change: null };
    const passed = { ...set, life };
    if (change !== null) {
      outcomes.push({ set: passed, change, value: null });
    }
    if (!isForgettable(life, settings, now)) {
      sets.set(key, change === null ? set : passed);
    }
  }
  return { memory: { ...memory, sets }, outcomes };
}

function passLife(life: Life, settings: LifeSettings, now: number): Step {
  const { open, lastDataAt } = life;
  if (open === null) {
    return { life, change: null };
  }
  if (open.recoveringSince !== null) {
    const step = observe(life, { outcome: 'normal', isRecovered: true }, settings, now);
    return { ...step, life: { ...step.life, lastDataAt } };
  }
  const quiet = observe(life, { outcome: 'no data' }, { ...settings, noData: 'keep' }, now);
  if (quiet.change !== null) {
    return quiet;
  }
  // As if it fired, which it does as far as anybody knows; but nobody said so, and it counts neither as data nor as a firing.
  const step = observe(life, { outcome: 'firing' }, settings, now);
  const still = step.life.open && { ...step.life.open, firings: open.firings, lastFiredAt: open.lastFiredAt };
  return { ...step, life: { ...step.life, lastDataAt, open: still } };
}
