import { sql } from 'kysely';
import type { PlannedField, PlannedFilter } from '../../domain/query/QueryPlan';
import type { SummaryPlan } from './SummaryPlan';
import type { SummaryChoice } from '../../domain/summaries/chooseSummary';
import { longestPageView } from '../../domain/summaries/longestPageView';
import { dimensionName, summaryKinds } from '../../domain/summaries/summaryKinds';
import { withoutApp } from '../query/appIds';
import { appOf } from '../query/appOf';
import type { Fragment } from '../query/compileStatement';
import { deviceFields, textOf } from '../query/fieldExpression';
import { filterCondition, textCondition } from '../query/filterCondition';
import { instant, rawTables } from '../query/rawTable';
import type { AppPiece } from './findPieces';
import { sourceRows } from './sourceRows';
import { summaryTables } from './SummaryTable';

/** A question with the pieces that answer it, and the groups that are wanted where not all are. */
export interface PieceQuestion {
  plan: SummaryPlan;
  choice: SummaryChoice;
  pieces: readonly AppPiece[];
  onlyGroups?: readonly (readonly string[])[];
}

/** `from … where …` over summaries `s` with their `app_id` and `bucket`, rating `r` and app `a` where asked for. */
export function summarySource({ plan, choice, pieces, onlyGroups }: PieceQuestion): Fragment {
  const { kind, metric, measure, filters, groupBy } = plan;
  const { name, hasMeasures } = summaryTables[kind];
  const { counted, dimension, byRating } = choice;
  const type = counted === undefined ? summaryKinds[kind].type : 'type';
  const inside = [
    sql`x.app_id = part.app_id and x.grain = part.source and x.bucket >= part.starts and x.bucket < part.ends`,
    sql`x.dim = ${dimensionName(dimension)}::text`,
    ...(counted === undefined ? [] : [sql`x.kind = ${kind}::text and x.counted = ${counted}::text`]),
    ...(hasMeasures ? [sql`x.measure = ${measure ?? ''}::text`] : []),
    ...(metric === undefined || kind === 'health' ? [] : [sql`${sql.ref(`x.${type}`)} = ${metric}::text`]),
  ];
  const rating = byRating
    ? sql` cross join lateral (values ('good', s.good), ('needs_improvement', s.needs_improvement), ('poor', s.poor),
        ('', s.n - s.rated)) r (rating, n)`
    : sql``;
  const conditions = [
    sql`true`,
    ...(byRating ? [sql`r.n > 0`] : []),
    ...withoutApp(filters).map(({ field, test }) => textCondition(summaryText(field, plan, choice), test)),
    ...chosenGroups(onlyGroups, groupBy, (field) => summaryText(field, plan, choice)),
  ];
  const table = sql.table(counted === undefined ? name : 'uniques_summary');
  return sql`from ${partsOf(pieces.filter(({ source }) => source !== 'raw'))} part
    cross join lateral (select x.* from ${table} x where ${sql.join(inside, sql` and `)} offset 0) s${rating}${usesApp(plan) ? appOf('s') : sql``}
    where ${sql.join(conditions, sql` and `)}`;
}

/** A field as text, over summaries. */
export function summaryText(field: PlannedField, { kind }: SummaryPlan, choice: SummaryChoice): Fragment {
  const { type } = summaryKinds[kind];
  switch (field.name) {
    case 'app':
      return sql`coalesce(a.name, '')`;
    case 'rating':
      return sql`r.rating`;
    case type:
      return sql.ref(choice.counted === undefined ? `s.${type}` : 's.type');
    default:
      return sql`s.dim_value[${sql.lit(choice.dimension.indexOf(field.name) + 1)}]`;
  }
}

/** The same over raw rows `t`, for pieces without a summary. */
export function rawSource({ plan, choice, pieces, onlyGroups }: PieceQuestion): Fragment {
  const { kind, metric, filters, groupBy, measure } = plan;
  const fields = [...groupBy, ...filters.map(({ field }) => field)];
  const column = rawTables[kind];
  const rawPieces = pieces.filter((piece) => piece.source === 'raw');
  const source = sourceRows(kind, {
    parts: partsOf(rawPieces),
    device: fields.some(({ name }) => deviceFields.includes(name)),
    early: [
      ...(metric === undefined || kind === 'health'
        ? []
        : [sql`${sql.ref(`t.${summaryKinds[kind].type}`)} = ${metric}::text`]),
      ...ofChecks(filters),
      ...withinAny(sql.ref(`t.${summaryTables[kind].time}`), rawPieces),
    ],
    allReports: choice.counted !== undefined,
    app: usesApp(plan),
  });
  const measured =
    measure === undefined ? [] : [sql`${measure === 'error_rate' ? sql`t.error_rate` : column.value} is not null`];
  const conditions = [
    ...measured,
    ...withoutApp(filters).map((filter) => filterCondition(filter, kind)),
    ...chosenGroups(onlyGroups, groupBy, (field) => rawText(field, plan)),
  ];
  return sql`${source}${conditions.length === 0 ? sql`` : sql` and ${sql.join(conditions, sql` and `)}`}`;
}

/** Of all the checks of an organisation one is asked for: its results are found by their index. */
function ofChecks(filters: readonly PlannedFilter[]): Fragment[] {
  return filters
    .filter(({ field, test }) => field.name === 'check_id' && test.is === 'anyOf')
    .map((filter) => filterCondition(filter, 'health'));
}

/** More stretches than these are taken as one: it costs partitions that hold nothing, not rows. */
const mostStretches = 8;

/**
 * That a time lies in any of the pieces, in numbers that the planner sees: it then leaves out all other partitions, of which
 * opening each costs as much as reading some dozens of rows. Wide enough for newer reports of a vital.
 */
function withinAny(time: Fragment, pieces: readonly AppPiece[]): Fragment[] {
  const stretches: Array<{ from: number; to: number }> = [];
  for (const { from, to } of [...pieces].sort((one, other) => one.from - other.from)) {
    const last = stretches.at(-1);
    const end = to + longestPageView;
    if (last !== undefined && (from <= last.to || stretches.length === mostStretches)) {
      last.to = Math.max(last.to, end);
    } else {
      stretches.push({ from, to: end });
    }
  }
  const each = stretches.map(({ from, to }) => sql`(${time} >= ${instant(from)} and ${time} < ${instant(to)})`);
  return each.length === 0 ? [] : [sql`(${sql.join(each, sql` or `)})`];
}

/** A field as text, over raw rows. */
export function rawText(field: PlannedField, { kind }: SummaryPlan): Fragment {
  return sql`coalesce(${textOf(field, kind)}, '')`;
}

function partsOf(pieces: readonly AppPiece[]): Fragment {
  return sql`(select app_id, source, ${instantOf('starts')} as starts, ${instantOf('ends')} as ends
    from unnest(${pieces.map(({ appId }) => appId)}::uuid[], ${pieces.map(({ source }) => source)}::text[],
      ${pieces.map(({ from }) => from)}::float8[], ${pieces.map(({ to }) => to)}::float8[])
      as given (app_id, source, starts, ends) offset 0)`;
}

function instantOf(column: string): Fragment {
  return sql`to_timestamp(${sql.ref(`given.${column}`)} / 1000)`;
}

function usesApp({ groupBy }: SummaryPlan): boolean {
  return groupBy.some(({ name }) => name === 'app');
}

function chosenGroups(
  groups: PieceQuestion['onlyGroups'],
  fields: readonly PlannedField[],
  textOfField: (field: PlannedField) => Fragment
): Fragment[] {
  if (groups === undefined) {
    return [];
  }
  const values = fields.map((_, index) => sql`${groups.map((group) => group[index] ?? '')}::text[]`);
  return [sql`(${sql.join(fields.map(textOfField))}) in (select * from unnest(${sql.join(values)}) chosen)`];
}
