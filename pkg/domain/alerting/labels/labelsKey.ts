/** Labels of a rule's group: field names and their values. */
export type Labels = Readonly<Record<string, string>>;

/** A preview asks for the keys of the same few label sets half a million times. */
const known = new WeakMap<Labels, string>();

/** One text for equal labels, whatever their order, that no two different ones share. */
export function labelsKey(labels: Labels): string {
  const before = known.get(labels);
  if (before !== undefined) {
    return before;
  }
  const pairs = Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const key = JSON.stringify(pairs);
  known.set(labels, key);
  return key;
}
