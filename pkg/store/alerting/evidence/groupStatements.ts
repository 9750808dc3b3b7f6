import { sql } from 'kysely';
import type { Severity } from '../../../../src/contract/entities/ErrorLog';
import { severities } from '../../../../src/contract/severities';
import type { Window } from '../../../domain/alerting/evaluation/windowsOf';
import type { GroupName } from '../../../domain/alerting/evidence/Evidence';
import { publicTitleOf } from '../../../domain/errors/groups/publicTitleOf';
import type { Fragment } from '../../query/compileStatement';
import { within } from './within';

/** A group as these statements answer it; `at`: epoch milliseconds of what happened to it. */
export interface GroupRow {
  app: string;
  fingerprint: string;
  error_class: string;
  message: string;
  culprit: string;
  at: number;
}

const columns = sql`a.name as app, g.fingerprint, g.error_class, g.message, g.culprit`;
const itsApp = sql`join public.apps a on a.id = g.app_id and a.deleted_at is null`;

/** Groups that were first seen in a window, the oldest first. */
export function newGroupsStatement(least: Severity, window: Window, limit: number): Fragment {
  return sql`select ${columns}, ${milliseconds(sql`g.first_seen`)} as at from public.error_groups g ${itsApp}
    where ${within(sql`g.first_seen`, window)} and ${isAtLeast(least)} order by g.first_seen, g.fingerprint limit ${limit}`;
}

/** Groups that came back in a window, whatever became of them since; the oldest first. */
export function regressedGroupsStatement(least: Severity, window: Window, limit: number): Fragment {
  return sql`select ${columns}, ${milliseconds(sql`x.at`)} as at from public.error_group_acts x
    join public.error_groups g on g.app_id = x.app_id and g.id = x.group_id ${itsApp}
    where x.act = 'regress' and ${within(sql`x.at`, window)} and ${isAtLeast(least)}
    order by x.at, g.fingerprint limit ${limit}`;
}

/** A group by the name that anybody may see. */
export function groupNameOf({ app, fingerprint, error_class, message, culprit }: Omit<GroupRow, 'at'>): GroupName {
  return { app, fingerprint, title: publicTitleOf({ errorClass: error_class, message, culprit }) };
}

export function milliseconds(time: Fragment): Fragment {
  return sql`round(extract(epoch from ${time}) * 1000)::float8`;
}

function isAtLeast(least: Severity): Fragment {
  return sql`g.severity = any(${severities.slice(severities.indexOf(least))}::text[])`;
}
