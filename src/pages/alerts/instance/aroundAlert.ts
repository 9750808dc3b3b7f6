import type { AlertInstanceDetail } from '../../../contract/resources/alertInstances';

/** A range of time in epoch milliseconds. */
export interface Around {
  from: number;
  to: number;
}

const minute = 60_000;
/** How far "around the same time" reaches, to both sides of the moment when the alert opened. */
export const aroundMinutes = 15;
/** A chart shows at least so many points before the alert. */
const pointsBefore = 6;
/** Longer than that is cut: the beginning is what people look for. */
const longestChart = 24 * 60 * minute;

type Lived = Pick<AlertInstanceDetail, 'created_at' | 'resolved_at'>;

/** The time in which to look for causes: a quarter of an hour before and after the alert opened. */
export function aroundOpening({ created_at }: Pick<Lived, 'created_at'>, now: number): Around {
  const opened = Date.parse(created_at);
  return { from: opened - aroundMinutes * minute, to: Math.min(now, opened + aroundMinutes * minute) };
}

/** The time that the chart shows: some points before the alert, all of it or its first day, and some minutes after it. */
export function aroundWhole({ created_at, resolved_at }: Lived, pointSeconds: number, now: number): Around {
  const opened = Date.parse(created_at);
  const before = Math.max(pointsBefore * pointSeconds * 1000, 2 * aroundMinutes * minute);
  const ended = resolved_at === null ? now : Math.min(now, Date.parse(resolved_at) + aroundMinutes * minute);
  return { from: opened - before, to: Math.min(Math.max(ended, opened + minute), opened + longestChart) };
}
