let last = { time: NaN, text: '' };

/** Epoch milliseconds as ISO 8601 in UTC. Parts of one span often share their millisecond, so the last is remembered. */
export function isoTime(time: number): string {
  if (time !== last.time) {
    last = { time, text: new Date(time).toISOString() };
  }
  return last.text;
}
