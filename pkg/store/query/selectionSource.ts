import { sql } from 'kysely';
import type { PlannedField, Selection } from '../../domain/query/QueryPlan';
import { longestPageView } from '../../domain/summaries/longestPageView';
import { second } from '../../lib/duration';
import { appOf } from './appOf';
import { deviceOfArchived, errorsWithArchive } from './archivedErrors';
import type { Fragment } from './compileStatement';
import { deviceFields } from './fieldExpression';
import { filterCondition } from './filterCondition';
import { instant, rawTables } from './rawTable';

const patience = sql`make_interval(secs => ${sql.lit(longestPageView / second)})`;

/** Fields on which all reports of one vital agree, so that they may select before the newest is chosen. */
const sameForAllReports: readonly string[] = ['app', 'metric_type'];

/** Which tables must be joined for the fields that are shown. */
export interface Joins {
  app: boolean;
  device: boolean;
}

/** The joins that showing `fields`, and filtering as the selection does, takes. */
export function joinsFor(fields: readonly PlannedField[], selection: Selection): Joins {
  const all = [...fields, ...selection.filters.map((filter) => filter.field)];
  return {
    // Filters on the app look its number up instead.
    app: selection.kind !== 'alerts' && fields.some((field) => field.source === 'named' && field.name === 'app'),
    device: all.some((field) => field.source === 'named' && deviceFields.includes(field.name)),
  };
}

/**
 * `from … where …` for the rows of a selection: the table as `t`, its device as `d` and its app as `a` where joined.
 * Always bound by time, so that only the days asked for are read. With `newest`, of several reports of one web vital only
 * the newest is there (none newer within four hours), and it counts when it came within the range; without, every report is a row, which is much faster.
 */
export function selectionSource(selection: Selection, joins: Joins, reports: 'newest' | 'all' = 'all'): Fragment {
  const { kind, range, filters, includeBots, archived, openWithin } = selection;
  const { name, time } = rawTables[kind];
  const isNewest = kind === 'performance' && reports === 'newest';
  const early = filters.filter(({ field }) => sameForAllReports.includes(field.name));
  const late = filters.filter((filter) => !early.includes(filter));
  const within = [...metricCondition(selection), ...early.map((filter) => filterCondition(filter, kind))];
  const deviceOfRaw = sql` left join raw.devices d on d.app_id = t.app_id and d.id = t.device_id`;
  const device = !joins.device ? sql`` : archived ? deviceOfArchived : deviceOfRaw;
  const app = joins.app ? appOf('t') : sql``;
  const conditions = [
    openWithin
      ? sql`coalesce(t.resolved_at, 'infinity') >= ${instant(range.from)}`
      : sql`${time} >= ${instant(range.from)}`,
    sql`${time} < ${instant(range.to)}`,
    ...(isNewest
      ? [sql`(t.metric_id is null or t.next_at is null or t.next_at >= t.timestamp + ${patience})`]
      : within),
    ...late.map((filter) => filterCondition(filter, kind)),
    ...(includeBots ? [] : [sql`not t.is_bot`]),
  ];
  const table = isNewest ? newestReports(selection, within) : archived ? errorsWithArchive : name;
  return sql`from ${table} t${device}${app} where ${sql.join(conditions, sql` and `)}`;
}

function metricCondition({ kind, metric }: Selection): Fragment[] {
  const column = kind === 'performance' ? 't.metric_type' : kind === 'metrics' ? 't.name' : undefined;
  return column === undefined || metric === undefined ? [] : [sql`${sql.ref(column)} = ${metric}::text`];
}

/** Sorted by the id first: it differs at once, which halves the time. */
function newestReports({ range }: Selection, within: readonly Fragment[]): Fragment {
  const conditions = [
    sql`t.timestamp >= ${instant(range.from)}`,
    sql`t.timestamp < ${instant(range.to + longestPageView)}`,
    ...within,
  ];
  return sql`(
    select t.*, lead(t.timestamp) over (
      partition by t.metric_id, t.metric_type, t.app_id order by t.timestamp, t.id
    ) as next_at
    from raw.performance_data t where ${sql.join(conditions, sql` and `)}
  )`;
}
