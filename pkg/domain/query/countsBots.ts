import { leavesBotsOut } from '../../../src/contract/query/leavesBotsOut';
import type { DataKind } from '../../../src/contract/query/kinds';
import type { Query } from '../../../src/contract/query/Query';

/** Whether rows of bots count: as the query says, else by its kind; who asks about bots by field sees them. */
export function countsBots({ includeBots, groupBy, filters }: Partial<Query>, kind: DataKind): boolean {
  if (kind === 'health' || kind === 'alerts') {
    return true;
  }
  const asked = groupBy?.includes('is_bot') === true || filters?.some(({ field }) => field === 'is_bot') === true;
  return includeBots ?? (asked || !leavesBotsOut(kind));
}
