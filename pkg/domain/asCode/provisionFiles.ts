import { createHash } from 'node:crypto';
import { applyEntry } from './applyEntry';
import type { CodeKind, StoredThing, Writer } from './CodeKind';
import { PlaceholderProblem, type SecretSource } from './expandText';
import { expandValue } from './expandValue';
import type { ProvisionedRegistry, ProvisionedThing } from './ProvisionedRegistry';
import { placeOf, readFile, type CodeEntry, type CodeFile, type CodeProblem } from './readFile';

export interface Provisioning {
  kinds: readonly CodeKind[];
  registry: ProvisionedRegistry;
  secrets: SecretSource;
  /** What a person may know of an error; undefined: it is thrown on. */
  explain(error: unknown): string | undefined;
}

/** What came of a folder. */
export interface Provisioned {
  created: number;
  updated: number;
  unchanged: number;
  deleted: number;
  problems: CodeProblem[];
}

const login = 'provisioning';

/**
 * Brings what is stored to what the files of the folder say: things are known by kind and name, changes are made, and
 * what is in no file any more is deleted, unless something could not be read, for then nobody knows what is gone. What
 * was made by hand under the same name is taken over.
 */
export async function provisionFiles(parts: Provisioning, files: readonly CodeFile[]): Promise<Provisioned> {
  const { kinds, registry } = parts;
  const done: Provisioned = { created: 0, updated: 0, unchanged: 0, deleted: 0, problems: [] };
  const names = kinds.map(({ name }) => name);
  const read = files.map((file) => readFile(file, names));
  done.problems.push(...read.flatMap(({ problems }) => problems));
  const entries = read.flatMap((each) => each.entries);
  const isWhole = done.problems.length === 0 && entries.every(({ name }) => name !== undefined);
  const before = await registry.all();
  const orgIds = [...new Set([...entries, ...before].map(({ orgId }) => orgId))];
  for (const orgId of orgIds) {
    const who = { orgId, login };
    const ofOrg = <T extends { orgId: number }>(things: readonly T[]): T[] =>
      things.filter((thing) => thing.orgId === orgId);
    for (const kind of kinds) {
      const own = ofOrg(entries).filter((entry) => entry.kind === kind.name);
      await writeEntries(parts, { who, kind, entries: own, before: ofOrg(before) }, done);
    }
    // What others refer to goes last.
    for (const kind of isWhole ? kinds.toReversed() : []) {
      const kept = new Set(
        ofOrg(entries)
          .filter((entry) => entry.kind === kind.name)
          .map(({ name }) => name)
      );
      const gone = ofOrg(before).filter((thing) => thing.kind === kind.name && !kept.has(thing.name));
      await deleteThings(parts, { who, kind, gone }, done);
    }
  }
  return done;
}

async function writeEntries(
  { registry, secrets, explain }: Provisioning,
  {
    who,
    kind,
    entries,
    before,
  }: { who: Writer; kind: CodeKind; entries: readonly CodeEntry[]; before: readonly ProvisionedThing[] },
  done: Provisioned
): Promise<void> {
  const known: StoredThing[] = entries.length === 0 ? [] : await kind.list(who);
  const seen = new Map<string, string>();
  for (const entry of entries) {
    const complain = (message: string): void =>
      void done.problems.push({ file: entry.file, entry: placeOf(entry), message });
    const { name } = entry;
    const other = name === undefined ? undefined : seen.get(name);
    if (name === undefined || other !== undefined) {
      complain(name === undefined ? '"name" is missing' : `"name" is in ${other} already`);
      continue;
    }
    seen.set(name, entry.file);
    try {
      const value = expandValue(entry.value, secrets) as Record<string, unknown>;
      const hash = createHash('sha256').update(JSON.stringify(value)).digest('hex');
      const provisioned = before.find((thing) => thing.kind === kind.name && thing.name === name);
      if (
        provisioned?.hash === hash &&
        provisioned.file === entry.file &&
        known.some(({ id }) => id === provisioned.id)
      ) {
        done.unchanged += 1;
        continue;
      }
      const { outcome, id } = await applyEntry(kind, who, value, { known, always: true, dryRun: false });
      done[outcome] += 1;
      if (id !== undefined) {
        await registry.put({ orgId: who.orgId, kind: kind.name, name, id, file: entry.file, hash });
      }
    } catch (error) {
      complain(messageOf(error, explain));
    }
  }
}

async function deleteThings(
  { registry, explain }: Provisioning,
  { who, kind, gone }: { who: Writer; kind: CodeKind; gone: readonly ProvisionedThing[] },
  done: Provisioned
): Promise<void> {
  for (const thing of gone) {
    try {
      await kind.delete(who, thing.id);
      await registry.remove(thing);
      done.deleted += 1;
    } catch (error) {
      const message = `is in no file any more, but cannot be deleted: ${messageOf(error, explain)}`;
      done.problems.push({ file: thing.file, entry: `${kind.name} "${thing.name}"`, message });
    }
  }
}

/** Throws on what a person cannot put right in a file. */
function messageOf(error: unknown, explain: Provisioning['explain']): string {
  const message = error instanceof PlaceholderProblem ? error.message : explain(error);
  if (message === undefined) {
    throw error;
  }
  return message;
}
