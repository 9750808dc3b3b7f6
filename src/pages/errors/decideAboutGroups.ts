import { callRoute } from '../../api/callRoute';
import { mostGroupsAtOnce } from '../../contract/errorGroupStates';
import type { ErrorGroup } from '../../contract/resources/errorGroups';
import type { Decision } from './Decision';

/** A group that stayed as it was, and why. */
export interface Undecided {
  group: ErrorGroup;
  reason: string;
}

/** Decides about any number of groups, as many at once as the server takes. Returns those that stayed as they were. */
export async function decideAboutGroups(
  datasourceUid: string,
  groups: readonly ErrorGroup[],
  decision: Decision
): Promise<Undecided[]> {
  const undecided: Undecided[] = [];
  for (let start = 0; start < groups.length; start += mostGroupsAtOnce) {
    const some = groups.slice(start, start + mostGroupsAtOnce);
    const items = some.map(({ id, version }) => ({ id, expected_version: version }));
    const answer = await callRoute(datasourceUid, 'decideErrorGroups', { body: { ...decision, items } });
    for (const { id, error } of answer.items) {
      const group = some.find((each) => each.id === id);
      if (group !== undefined && error !== undefined) {
        undecided.push({ group, reason: error.message });
      }
    }
  }
  return undecided;
}
