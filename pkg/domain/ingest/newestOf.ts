/** The later of two times, epoch milliseconds; an `other` that is none (undefined, NaN) or after `last` is passed over. */
export function laterOf(one: number | undefined, other: number | undefined, last: number): number | undefined {
  return other !== undefined && other <= last && (one === undefined || other > one) ? other : one;
}

/** The latest of some times that is not after `last`, all in epoch milliseconds; undefined when there is none. */
export function newestOf(times: ReadonlyArray<number | undefined>, last: number): number | undefined {
  return times.reduce<number | undefined>((newest, time) => laterOf(newest, time, last), undefined);
}
