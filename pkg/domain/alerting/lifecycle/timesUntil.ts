import type { Life } from './Life';

/**
 * The same life for a clock that may have been set back: no time in it is later than `now`. A wait that had begun then
 * begins again, so that none lasts longer than twice what the rule says.
 */
export function timesUntil(now: number, life: Life): Life {
  const { open } = life;
  const latest = Math.max(
    life.pendingSince ?? 0,
    life.resolvedAt ?? 0,
    life.lastDataAt ?? 0,
    life.openings.at(-1) ?? 0,
    open === null ? 0 : Math.max(open.openedAt, open.lastFiredAt, open.toldAt, open.recoveringSince ?? 0)
  );
  if (latest <= now) {
    return life;
  }
  const until = (time: number): number => Math.min(time, now);
  const untilOrNull = (time: number | null): number | null => (time === null ? null : until(time));
  return {
    ...life,
    pendingSince: untilOrNull(life.pendingSince),
    resolvedAt: untilOrNull(life.resolvedAt),
    lastDataAt: untilOrNull(life.lastDataAt),
    openings: life.openings.map(until),
    open: open && {
      ...open,
      openedAt: until(open.openedAt),
      lastFiredAt: until(open.lastFiredAt),
      toldAt: until(open.toldAt),
      recoveringSince: untilOrNull(open.recoveringSince),
    },
  };
}
