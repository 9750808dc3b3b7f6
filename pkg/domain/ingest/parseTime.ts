const isoDate = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d|$)/;
const zone = /(?:Z|[+-]\d\d:?\d\d)$/i;
const latest = 8.64e15;

/** Items of one body often happen in the same millisecond, and each is asked for twice. */
let lastText = '';
let lastTime: number | undefined;

/**
 * Epoch milliseconds of an ISO 8601 text (UTC unless it names a zone) or of a number of milliseconds. Undefined for
 * anything else: the machine's own time zone must never matter.
 */
export function parseTime(value: unknown): number | undefined {
  if (typeof value === 'number') {
    return Math.abs(value) <= latest ? Math.floor(value) : undefined;
  }
  if (value === lastText) {
    return lastTime;
  }
  if (typeof value !== 'string' || value.length > 40 || !isoDate.test(value)) {
    return undefined;
  }
  const time = Date.parse(value.length === 10 || zone.test(value) ? value : `${value}Z`);
  lastText = value;
  lastTime = Number.isNaN(time) ? undefined : time;
  return lastTime;
}
