import type { DataKind } from './kinds';

/** Whether rows marked as bots are left out unless a query asks for them: analytics counts people, all else what happened. */
export function leavesBotsOut(kind: DataKind): boolean {
  return kind === 'events';
}
