import { applyEntry, type EntryOutcome } from './applyEntry';
import type { CodeKind, StoredThing, Writer } from './CodeKind';
import { PlaceholderProblem, type SecretSource } from './expandText';
import { expandValue } from './expandValue';
import { describeProblem, placeOf, readFile, type CodeFile, type CodeProblem } from './readFile';

/** What a person imports. */
export interface ImportRequest {
  files: readonly CodeFile[];
  /** The organisation of all entries, whatever the files say. */
  who: Writer;
  /** Undefined: placeholders are refused. */
  secrets: SecretSource | undefined;
  dryRun: boolean;
  /** Whether who imports may write things of a kind. */
  mayWrite(kind: CodeKind): boolean;
  /** What a person may know of an error; undefined: it is none of theirs, and is thrown on. */
  explain(error: unknown): string | undefined;
}

export interface ImportedEntry {
  kind: string;
  name: string;
  outcome: EntryOutcome;
}

/** Brings what is stored to what files say; nothing is deleted. One entry that is wrong never costs its neighbours. */
export async function importFiles(
  kinds: readonly CodeKind[],
  { files, who, secrets, dryRun, mayWrite, explain }: ImportRequest
): Promise<{ items: ImportedEntry[]; problems: string[] }> {
  const items: ImportedEntry[] = [];
  const problems: CodeProblem[] = [];
  const read = files.map((file) =>
    readFile(
      file,
      kinds.map(({ name }) => name)
    )
  );
  problems.push(...read.flatMap((each) => each.problems));
  const entries = read.flatMap((each) => each.entries);
  for (const kind of kinds) {
    const own = entries.filter((entry) => entry.kind === kind.name);
    const known: StoredThing[] = own.length === 0 ? [] : await kind.list(who);
    for (const entry of own) {
      const complain = (message: string): void =>
        void problems.push({ file: entry.file, entry: placeOf(entry), message });
      if (!mayWrite(kind)) {
        complain(`needs the role ${kind.role}`);
        continue;
      }
      try {
        const value = expandValue(entry.value, secrets) as Record<string, unknown>;
        const { outcome } = await applyEntry(kind, who, value, { known, always: false, dryRun });
        items.push({ kind: kind.name, name: String(value.name), outcome });
      } catch (error) {
        const message = error instanceof PlaceholderProblem ? error.message : explain(error);
        if (message === undefined) {
          throw error;
        }
        complain(message);
      }
    }
  }
  return { items, problems: problems.map(describeProblem) };
}
