/** Answers 0 ≤ x < 1, and the same again for whoever starts again with the same seed. */
export type Chance = () => number;

/** A small generator of repeatable chance (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Chance of its own for each request of a run: a request is known by its seed and number, whatever was sent before. */
export function chanceOfRequest(seed: number, index: number): Chance {
  return chanceOf(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
}
