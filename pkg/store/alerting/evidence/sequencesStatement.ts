import { sql } from 'kysely';
import type { Fragment } from '../../query/compileStatement';
import { joinsFor, selectionSource } from '../../query/selectionSource';
import { milliseconds } from './groupStatements';
import type { PlannedSequence } from './planSequence';

/** Events A that one statement looks at: a rule that fires for a hundred thousand needs no exact number. */
const mostEvents = 100_000;

/** How many events A of the selection were followed by a B of their session in time, or were not. */
export function sequencesStatement(planned: PlannedSequence): Fragment {
  return sql`select count(*)::float8 as count from (${sequenceRows(planned, mostEvents)}) f`;
}

/** The events A that count, one a row, with their time as `timestamp`. Those without a session have nothing to follow in. */
export function sequenceRows({ a, b, expectB, withinMs }: PlannedSequence, limit: number): Fragment {
  const rows = (selection: PlannedSequence['a']): Fragment => sql`
    select t.app_id, t.session_id, t.timestamp, t.id ${selectionSource(selection, joinsFor([], selection))}
      and t.session_id is not null`;
  const inTime = sql`make_interval(secs => ${withinMs / 1000}::float8)`;
  return sql`
    with openings as materialized (${rows(a)} limit ${limit}), followers as materialized (${rows(b)})
    select openings.timestamp from openings where ${expectB ? sql`` : sql`not`} exists (
      select from followers f where f.app_id = openings.app_id and f.session_id = openings.session_id
        and f.timestamp >= openings.timestamp and f.timestamp <= openings.timestamp + ${inTime}
        and f.id <> openings.id)`;
}

/** When events A that count came to their end, ascending; one more than `most` where there are more. */
export function sequenceEndsStatement(planned: PlannedSequence, most: number): Fragment {
  return sql`select ${milliseconds(sql`f.timestamp`)} + ${planned.withinMs}::float8 as at
    from (${sequenceRows(planned, most + 1)}) f order by f.timestamp`;
}
