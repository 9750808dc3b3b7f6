import { flappingLookBack } from './flappingLookBack';
import type { Life, LifeSettings, Observation, OpenInstance, Step } from './Life';
import { timesUntil } from './timesUntil';

const minute = 60_000;
/** Opened that often within the look-back is flapping. */
const flappingOpenings = 3;
/** How long a flapping one must be quiet. */
const flappingQuiet = 15 * minute;

/**
 * The next step of a life: what an evaluation at `now` makes of it. An error changes nothing, and neither it nor
 * missing data ever looks like a recovery, unless the rule says that no data is normal.
 */
export function observe(before: Life, observation: Observation, settings: LifeSettings, now: number): Step {
  const life = timesUntil(now, before);
  switch (observation.outcome) {
    case 'error':
      return { life, change: null };
    case 'no data':
      return settings.noData === 'normal' ? normal(life, true, settings, now) : withoutData(life, settings, now);
    case 'normal':
      return normal(seen(life, life.open, now), observation.isRecovered, settings, now);
    case 'firing':
      return life.open === null
        ? firingAnew(seen(life, null, now), settings, now)
        : firingOn(life, life.open, settings, now);
  }
}

/** A life after an evaluation that had data. Field by field, for a spread takes ten times as long and a preview makes a million. */
function seen(life: Life, open: Life['open'], lastDataAt: number): Life {
  const { pendingSince, resolvedAt, awaitsNormal, openings, suppressed } = life;
  return { pendingSince, open, resolvedAt, awaitsNormal, openings, lastDataAt, suppressed };
}

/** An instance after an evaluation that did not resolve it; field by field as above. */
function still(open: OpenInstance, firings: number, lastFiredAt: number, recoveringSince: number | null): OpenInstance {
  const { status, openedAt, acknowledgedUntil, toldAt, isFlapping } = open;
  return { status, openedAt, firings, lastFiredAt, acknowledgedUntil, toldAt, recoveringSince, isFlapping };
}

function withoutData(life: Life, settings: LifeSettings, now: number): Step {
  if (life.open !== null && life.lastDataAt !== null && now - life.lastDataAt >= settings.staleMs) {
    return { life: { ...life, open: null, resolvedAt: now }, change: { kind: 'resolved', reason: 'stale' } };
  }
  return cleared(life);
}

function cleared(life: Life): Step {
  return life.pendingSince === null
    ? { life, change: null }
    : { life: { ...life, pendingSince: null }, change: { kind: 'cleared' } };
}

function normal(life: Life, isRecovered: boolean, settings: LifeSettings, now: number): Step {
  const { open } = life;
  if (open === null) {
    return cleared(life.awaitsNormal ? { ...life, awaitsNormal: false } : life);
  }
  if (!isRecovered) {
    const isSame = open.recoveringSince === null;
    return { life: isSame ? life : { ...life, open: { ...open, recoveringSince: null } }, change: null };
  }
  const recoveringSince = open.recoveringSince ?? now;
  const quiet = open.isFlapping ? Math.max(settings.keepFiringMs, flappingQuiet) : settings.keepFiringMs;
  return now - recoveringSince >= quiet
    ? { life: { ...life, open: null, resolvedAt: now }, change: { kind: 'resolved', reason: 'recovered' } }
    : { life: { ...life, open: still(open, open.firings, open.lastFiredAt, recoveringSince) }, change: null };
}

function firingAnew(life: Life, settings: LifeSettings, now: number): Step {
  const isCooling = life.resolvedAt !== null && now - life.resolvedAt < settings.cooldownMs;
  if (life.awaitsNormal || isCooling) {
    return { life: { ...life, suppressed: life.suppressed + 1 }, change: { kind: 'suppressed' } };
  }
  const pendingSince = life.pendingSince ?? now;
  if (now - pendingSince < settings.forMs) {
    const change = life.pendingSince === null ? ({ kind: 'pending' } as const) : null;
    return { life: { ...life, pendingSince }, change };
  }
  const lookBack = flappingLookBack(settings);
  const openings = [...life.openings.filter((opening) => now - opening < lookBack), now];
  const isFlapping = openings.length >= flappingOpenings;
  return {
    life: { ...life, pendingSince: null, openings, suppressed: 0, open: opened(now, isFlapping) },
    change: { kind: 'opened', isFlapping },
  };
}

function opened(now: number, isFlapping: boolean): OpenInstance {
  return {
    status: 'active',
    openedAt: now,
    firings: 1,
    lastFiredAt: now,
    acknowledgedUntil: null,
    toldAt: now,
    recoveringSince: null,
    isFlapping,
  };
}

function firingOn(life: Life, open: OpenInstance, settings: LifeSettings, now: number): Step {
  const fired = still(open, open.firings + 1, now, null);
  if (open.status === 'acknowledged') {
    return open.acknowledgedUntil !== null && now >= open.acknowledgedUntil
      ? {
          life: seen(life, { ...fired, status: 'active', acknowledgedUntil: null, toldAt: now }, now),
          change: { kind: 'acknowledgement expired' },
        }
      : { life: seen(life, fired, now), change: null };
  }
  return settings.reminderMs !== null && now - open.toldAt >= settings.reminderMs
    ? { life: seen(life, { ...fired, toldAt: now }, now), change: { kind: 'reminder' } }
    : { life: seen(life, fired, now), change: null };
}
