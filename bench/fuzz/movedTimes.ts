const times = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z|\b1[5-9]\d{8}(?:\d{9}|\d{3}|\.\d+)?\b/g;

/** Epoch milliseconds of a time as clients write it: ISO 8601, or epoch seconds, milliseconds or nanoseconds. */
function timeOf(text: string): number {
  if (text.includes('T')) {
    return Date.parse(text);
  }
  const digits = text.split('.')[0]?.length ?? 0;
  return digits === 19 ? Number(text.slice(0, 13)) : Number(text) * (digits === 13 ? 1 : 1000);
}

function written(time: number, like: string): string {
  if (like.includes('T')) {
    return new Date(time).toISOString();
  }
  const digits = like.split('.')[0]?.length ?? 0;
  return digits === 19 ? `${time}000000` : digits === 13 ? String(time) : (time / 1000).toFixed(3);
}

/** A body whose times keep their distances, the newest being `now` (epoch milliseconds). */
export function textMovedTo(text: string, now: number): string {
  const shift = now - Math.max(...[...text.matchAll(times)].map(([match]) => timeOf(match)));
  return text.replace(times, (match) => written(Math.round(timeOf(match) + shift), match));
}

/** The same for protobuf: its times are 64 bits of nanoseconds, and were within an hour of `recordedAt`. */
export function bytesMovedTo(bytes: Buffer, recordedAt: number, now: number): Buffer {
  const copy = Buffer.from(bytes);
  const shift = BigInt(now - recordedAt) * 1_000_000n;
  for (let at = 0; at + 8 <= copy.length; at += 1) {
    const value = copy.readBigUInt64LE(at);
    if (Math.abs(Number(value / 1_000_000n) - recordedAt) < 3_600_000) {
      copy.writeBigUInt64LE(value + shift, at);
      at += 7;
    }
  }
  return copy;
}
