import { parseTime } from '../parseTime';

/** Epoch milliseconds of a time as Sentry writes it: seconds with a fraction, or ISO 8601. Undefined: none given. NaN: no time. */
export function timeOfSentry(value: unknown): number | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  if (typeof value === 'number') {
    return parseTime(value * 1000) ?? NaN;
  }
  return parseTime(value) ?? NaN;
}
