import { sql } from 'kysely';
import type { Window } from '../../../domain/alerting/evaluation/windowsOf';
import type { Fragment } from '../../query/compileStatement';
import { within } from './within';

export interface MatchesRow {
  errors: number;
  users: number;
}

/** Errors of which the text matches a pattern of PostgreSQL's syntax, and how many users had one. */
export function matchesStatement(pattern: string, inStack: boolean, window: Window): Fragment {
  return sql`select count(*)::float8 as errors, count(distinct coalesce(t.user_id, t.visitor_id))::float8 as users
    from raw.error_logs t where ${within(sql`t.timestamp`, window)} and ${isMatch(pattern, inStack)}`;
}

/** Whether the text of an error `t` matches. */
export function isMatch(pattern: string, inStack: boolean): Fragment {
  const message = sql`t.error_message ~ ${pattern}::text`;
  return inStack ? sql`(${message} or t.error_stack ~ ${pattern}::text)` : message;
}
