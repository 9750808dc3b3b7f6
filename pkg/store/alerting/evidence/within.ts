import { sql } from 'kysely';
import type { Window } from '../../../domain/alerting/evaluation/windowsOf';
import type { Fragment } from '../../query/compileStatement';
import { instant } from '../../query/rawTable';

/** Whether a time lies in a window. */
export function within(time: Fragment, { from, to }: Window): Fragment {
  return sql`${time} >= ${instant(from)} and ${time} < ${instant(to)}`;
}
