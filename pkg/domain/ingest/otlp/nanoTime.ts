import { milliseconds } from './readSpan';

/** Nanoseconds since 1970 as whole epoch milliseconds. Undefined: none given. NaN: no time. */
export function nanoTime(nanoseconds: unknown): number | undefined {
  const time = milliseconds(nanoseconds);
  return time === undefined ? undefined : Math.floor(time);
}
