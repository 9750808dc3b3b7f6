/** Labels of a rule's group: field names and their values. */
export type Labels = Readonly<Record<string, string>>;

/** One text for equal labels, whatever their order, that no two different ones share. */
export function labelsKey(labels: Labels): string {
  const pairs = Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return JSON.stringify(pairs);
}
