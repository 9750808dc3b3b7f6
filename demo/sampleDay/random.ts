/** A repeatable source of chance: the same seed gives the same day. mulberry32, public domain. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** One of `choices`, each as likely as its weight says. */
  pick<T>(choices: ReadonlyArray<readonly [T, number]>): T;
  /** Around `median`, with a long tail to the right: how page timings are spread. */
  logNormal(median: number, sigma: number): number;
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    pick: (choices) => {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [choice, weight] of choices) {
        left -= weight;
        if (left < 0) {
          return choice;
        }
      }
      const last = choices.at(-1);
      if (!last) {
        throw new RangeError('nothing to pick from');
      }
      return last[0];
    },
    // Box–Muller: two even draws make one normal draw.
    logNormal: (median, sigma) =>
      median * Math.exp(sigma * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
  };
}
