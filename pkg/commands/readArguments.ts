import { parseArgs } from 'node:util';

export interface Arguments {
  readonly words: readonly string[];
  readonly flags: ReadonlySet<string>;
}

/** Words and known flags (`--force`); undefined where another flag or another number of words was given. */
export function readArguments(
  args: readonly string[],
  expected: { words: number; flags?: readonly string[] }
): Arguments | undefined {
  const options = Object.fromEntries((expected.flags ?? []).map((flag) => [flag, { type: 'boolean' as const }]));
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return positionals.length === expected.words
      ? { words: positionals, flags: new Set(Object.keys(values)) }
      : undefined;
  } catch {
    return undefined;
  }
}
