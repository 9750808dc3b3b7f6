/** Lengths of time in milliseconds. */
export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const sixHours = 6 * hour;
export const day = 24 * hour;
export const week = 7 * day;

/** Start of the UTC day that holds `ms`. */
export function startOfDay(ms: number): number {
  return Math.floor(ms / day) * day;
}
