/** The later of two times, epoch milliseconds; what is none (undefined, NaN) is passed over. */
export function laterOf(one: number | undefined, other: number | undefined): number | undefined {
  if (other === undefined || Number.isNaN(other)) {
    return one;
  }
  return one === undefined || other > one ? other : one;
}
