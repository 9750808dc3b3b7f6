const version =
  /^(?:[\w@/.]{0,100}[@ ])?v?(\d{1,9}(?:\.\d{1,9}){1,3})(?:-([0-9A-Za-z.-]{1,100}))?(?:\+[0-9A-Za-z.-]{1,100})?$/;

/**
 * Order of two releases by their version numbers (semver.org, also with two or four numbers, `v` and `name@` before
 * them): below 0 where `a` is older, above where it is newer. Undefined where one of them is no version number.
 */
export function compareReleases(a: string, b: string): number | undefined {
  const [left, right] = [version.exec(a), version.exec(b)];
  if (left === null || right === null) {
    return a === b ? 0 : undefined;
  }
  const numbers = compareNumbers(left[1] ?? '', right[1] ?? '');
  return numbers === 0 ? comparePreReleases(left[2], right[2]) : numbers;
}

function compareNumbers(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = Number(left[index] ?? 0) - Number(right[index] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}

/** Without a pre-release is newer than with one; numbers are older than words (semver.org, 11). */
function comparePreReleases(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) {
    return a === b ? 0 : a === undefined ? 1 : -1;
  }
  const [left, right] = [a.split('.'), b.split('.')];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = compareParts(left[index], right[index]);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}

function compareParts(a: string | undefined, b: string | undefined): number {
  if (a === b) {
    return 0;
  }
  if (a === undefined || b === undefined) {
    return a === undefined ? -1 : 1;
  }
  const [isNumber, otherIsNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isNumber && otherIsNumber) {
    return Number(a) - Number(b);
  }
  if (isNumber !== otherIsNumber) {
    return isNumber ? -1 : 1;
  }
  return a < b ? -1 : 1;
}
