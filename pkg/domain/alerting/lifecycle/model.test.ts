import { act, end } from './act';
import { newLife, type Life, type LifeSettings, type Observation } from './Life';
import { observe } from './observe';

/**
 * The table of states read a second way: nothing is carried from step to step, every question is answered by looking
 * through all that happened. What is slow here is what makes it independent.
 */
type Status = 'none' | 'pending' | 'active' | 'acknowledged';
interface Event {
  at: number;
  did: 'firing' | 'recovered' | 'hovering' | 'no data' | 'error' | 'acknowledge' | 'unacknowledge' | 'resolve' | 'end';
  until?: number | null;
  status: Status;
}

const minute = 60_000;
const isOpen = (status: Status | undefined): boolean => status === 'active' || status === 'acknowledged';
const before = (events: readonly Event[], index: number): Status => events[index - 1]?.status ?? 'none';

function modelStatus(events: readonly Event[], next: Omit<Event, 'status'>, settings: LifeSettings): Status {
  const current = events.at(-1)?.status ?? 'none';
  const did = next.did === 'no data' && settings.noData === 'normal' ? 'recovered' : next.did;
  const resolveIndex = events.findLastIndex(({ status }, index) => isOpen(before(events, index)) && !isOpen(status));
  const resolve = events[resolveIndex];
  if (did === 'error') {
    return current;
  }
  if (did === 'end') {
    return 'none';
  }
  if (isOpen(current)) {
    const openIndex = events.findLastIndex(({ status }, index) => !isOpen(before(events, index)) && isOpen(status));
    switch (did) {
      case 'acknowledge':
        return 'acknowledged';
      case 'unacknowledge':
        return 'active';
      case 'resolve':
        return 'none';
      case 'hovering':
        return current;
      case 'firing': {
        const acknowledged = events.findLast((event) => event.did === 'acknowledge');
        const hasEnded = typeof acknowledged?.until === 'number' && next.at >= acknowledged.until;
        return current === 'acknowledged' && !hasEnded ? 'acknowledged' : 'active';
      }
      case 'no data': {
        const data = events.findLast((event) => ['firing', 'recovered', 'hovering'].includes(event.did));
        return data !== undefined && next.at - data.at >= settings.staleMs ? 'none' : current;
      }
      case 'recovered': {
        const broken = events.findLastIndex((event) => event.did === 'firing' || event.did === 'hovering');
        const isNormal = ({ did: what }: Event): boolean =>
          what === 'recovered' || (what === 'no data' && settings.noData === 'normal');
        const since = events.slice(Math.max(broken, openIndex) + 1).find(isNormal)?.at ?? next.at;
        const openedAt = events[openIndex]?.at ?? 0;
        const lookBack = Math.max(6 * settings.cooldownMs, 60 * minute);
        const openings = events.filter(
          ({ at, status }, index) => !isOpen(before(events, index)) && isOpen(status) && openedAt - at < lookBack
        );
        const quiet = openings.length >= 3 ? Math.max(15 * minute, settings.keepFiringMs) : settings.keepFiringMs;
        return next.at - since >= quiet ? 'none' : current;
      }
    }
  }
  if (did !== 'firing') {
    return 'none';
  }
  const isCooling = resolve !== undefined && next.at - resolve.at < settings.cooldownMs;
  const wasNormal = events
    .slice(resolveIndex + 1)
    .some(
      (e) => e.did === 'recovered' || e.did === 'hovering' || (e.did === 'no data' && settings.noData === 'normal')
    );
  if (isCooling || (resolve?.did === 'resolve' && !wasNormal)) {
    return 'none';
  }
  const pendingFrom = events.findLastIndex(({ status }) => status !== 'pending') + 1;
  const since = current === 'pending' ? (events[pendingFrom]?.at ?? next.at) : next.at;
  return next.at - since >= settings.forMs ? 'active' : 'pending';
}

/** Mulberry32: a seeded stream of numbers from 0 to 1, so that a history that disagrees can be played again. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const observations: Record<string, Observation> = {
  firing: { outcome: 'firing' },
  recovered: { outcome: 'normal', isRecovered: true },
  hovering: { outcome: 'normal', isRecovered: false },
  'no data': { outcome: 'no data' },
  error: { outcome: 'error' },
};

const statusOf = (life: Life): Status => life.open?.status ?? (life.pendingSince === null ? 'none' : 'pending');

/** One step of the machine; undefined where it refuses the act. */
function machine(life: Life, event: Omit<Event, 'status'>, settings: LifeSettings): Life | undefined {
  const observation = observations[event.did];
  if (observation !== undefined) {
    return observe(life, observation, settings, event.at).life;
  }
  switch (event.did) {
    case 'acknowledge':
      return act(life, { kind: 'acknowledge', until: event.until ?? null }, event.at)?.life;
    case 'unacknowledge':
    case 'resolve':
      return act(life, { kind: event.did }, event.at)?.life;
    default:
      return end(life, 'rule disabled', event.at).life;
  }
}

/** Plays one random history on both; answers where they part. */
function disagreement(seed: number): string | undefined {
  const chance = chanceOf(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(chance() * values.length)] as T;
  const settings: LifeSettings = {
    forMs: pick([0, 0, minute, 5 * minute]),
    keepFiringMs: pick([0, 0, 2 * minute]),
    cooldownMs: pick([0, minute, 10 * minute]),
    reminderMs: pick([null, 3 * minute]),
    noData: pick(['keep', 'normal', 'alert'] as const),
    staleMs: pick([20 * minute, 24 * 60 * minute]),
  };
  const events: Event[] = [];
  let life = newLife;
  let at = Date.parse('2026-11-23T00:00:00Z');
  const length = 20 + Math.floor(chance() * 100);
  const lean = pick(['firing', 'recovered', 'no data'] as const);
  for (let index = 0; index < length; index += 1) {
    at += pick([10_000, 30_000, minute, minute, 7 * minute]);
    const did = pick([
      ...(['firing', 'firing', 'firing', 'recovered', 'recovered', 'hovering', 'no data', 'error'] as const),
      ...(['acknowledge', 'unacknowledge', 'resolve'] as const),
      ...(chance() < 0.1 ? (['end'] as const) : []),
      ...([lean, lean, lean, lean] as const),
    ]);
    const event = { at, did, ...(did === 'acknowledge' ? { until: pick([null, at + 3 * minute]) } : {}) };
    const next = machine(life, event, settings);
    if (next === undefined) {
      const current = statusOf(life);
      const isRight = did === 'acknowledge' ? current !== 'active' : !isOpen(current) || current === 'active';
      if (!isRight || (did === 'resolve' && isOpen(current))) {
        return `seed ${seed}, step ${index}: ${did} refused while ${current}`;
      }
      continue;
    }
    life = next;
    const expected = modelStatus(events, event, settings);
    if (statusOf(life) !== expected) {
      return `seed ${seed}, step ${index}: ${did} gives ${statusOf(life)}, the model says ${expected}`;
    }
    events.push({ ...event, status: expected });
  }
  return undefined;
}

/** More with `SEAMARK_HISTORIES`. */
const histories = Number(process.env.SEAMARK_HISTORIES ?? 10_000);

it(`the life of an instance agrees with the model in every one of ${histories} random histories`, () => {
  const disagreements = Array.from({ length: histories }, (_, seed) => disagreement(seed)).filter(Boolean);
  expect(disagreements).toEqual([]);
});
