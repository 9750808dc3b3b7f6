import { isDeepStrictEqual } from 'node:util';
import type { CodeKind, StoredThing, Writer } from './CodeKind';

/** What became of an entry. */
export type EntryOutcome = 'created' | 'updated' | 'unchanged';

export interface Applied {
  outcome: EntryOutcome;
  /** Undefined: nothing is stored of it. */
  id: string | undefined;
}

/**
 * Brings what is stored to what an entry says. Nothing is written in a `dryRun`.
 * @param known what is stored of the kind
 * @param always writes also what looks the same: it may hold secrets that cannot be compared
 */
export async function applyEntry(
  kind: CodeKind,
  who: Writer,
  value: Readonly<Record<string, unknown>>,
  { known, always, dryRun }: { known: readonly StoredThing[]; always: boolean; dryRun: boolean }
): Promise<Applied> {
  const entry = kind.read(value, who);
  const stored = known.find(({ name }) => name === entry.name);
  if (stored === undefined) {
    if (kind.isOver?.(entry)) {
      return { outcome: 'unchanged', id: undefined };
    }
    return { outcome: 'created', id: dryRun ? undefined : await kind.create(who, entry) };
  }
  if (!always && isDeepStrictEqual(plain(entry), plain(stored.entry))) {
    return { outcome: 'unchanged', id: stored.id };
  }
  if (!dryRun) {
    await kind.update(who, stored.id, entry);
  }
  return { outcome: 'updated', id: stored.id };
}

/** As it would be after a way through JSON. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
