/** The first index of an ascending list whose number is not below `number`; its length where all are. */
export function lowerBound(ascending: ArrayLike<number>, number: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Infinity) < number) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
