/** Options of a list of radio buttons out of labelled choices, in their order. */
export function optionsOf<K extends string>(texts: Record<K, { label: string; description: string }>) {
  // Object.keys forgets the type of the keys; the record has no others.
  return (Object.keys(texts) as K[]).map((value) => ({ value, ...texts[value] }));
}
