/** Some fields of a thing, in their order. */
export function fieldsOf(thing: object, names: readonly string[]): Record<string, unknown> {
  const all = new Map<string, unknown>(Object.entries(thing));
  return Object.fromEntries(names.filter((name) => all.has(name)).map((name) => [name, all.get(name)]));
}
