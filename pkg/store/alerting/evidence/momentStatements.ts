import { sql } from 'kysely';
import type { Window } from '../../../domain/alerting/evaluation/windowsOf';
import type { SpreadBy } from '../../../domain/alerting/evidence/Evidence';
import type { Moments } from '../../../domain/alerting/preview/EvidenceHistory';
import type { Fragment } from '../../query/compileStatement';
import { milliseconds } from './groupStatements';
import { isMatch } from './matchesStatement';
import { spreadValue } from './spreadStatement';
import { within } from './within';

export interface MomentRow {
  /** Epoch milliseconds. */
  at: number;
  whose: string | null;
}

/** Errors of which the text matches, each with its user; one more than `most` where there are more. */
export function pastMatchesStatement(pattern: string, inStack: boolean, range: Window, most: number): Fragment {
  return sql`select ${milliseconds(sql`t.timestamp`)} as at, coalesce(t.user_id, t.visitor_id)::text as whose
    from raw.error_logs t where ${within(sql`t.timestamp`, range)} and ${isMatch(pattern, inStack)}
    order by t.timestamp limit ${most + 1}`;
}

/** Errors of all groups, each with its user, page or release. */
export function pastSpreadStatement(by: SpreadBy, range: Window, most: number): Fragment {
  return sql`select a.name as app, t.fingerprint, coalesce(g.error_class, '') as error_class,
      coalesce(g.message, '') as message, coalesce(g.culprit, '') as culprit, ${milliseconds(sql`t.timestamp`)} as at, ${spreadValue[by]}::text as whose
    from raw.error_logs t join public.apps a on a.id = t.app_id and a.deleted_at is null
    left join public.error_groups g on g.app_id = t.app_id and g.fingerprint = t.fingerprint
    where ${within(sql`t.timestamp`, range)} and t.fingerprint is not null order by t.timestamp limit ${most + 1}`;
}

/** Rows in the order of time as moments: a number for each different text. */
export function momentsOf(rows: readonly MomentRow[]): Moments {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  return {
    times: rows.map(({ at }) => at),
    whose: rows.map(({ whose }) => (whose === null ? null : numberOf(whose))),
  };
}
