import { stringify } from 'yaml';
import type { CodeKind, Writer } from './CodeKind';

/** What is stored, as a file that can be imported or provisioned again. `ids`: only these; unless given, all. */
export async function writeFile(kinds: readonly CodeKind[], who: Writer, ids?: readonly string[]): Promise<string> {
  const lists: Record<string, unknown> = { apiVersion: 1, org_id: who.orgId };
  for (const kind of kinds) {
    const things = (await kind.list(who)).filter(({ id }) => ids === undefined || ids.includes(id));
    if (things.length > 0) {
      lists[kind.name] = things.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ entry }) => entry);
    }
  }
  return stringify(lists, { lineWidth: 120 });
}
