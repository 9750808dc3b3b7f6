import { sql } from 'kysely';
import type { AggregatePlan } from '../../domain/query/QueryPlan';
import type { Counted } from '../../domain/summaries/summaryKinds';
import { second } from '../../lib/duration';
import type { Fragment } from '../query/compileStatement';
import { rawTables } from '../query/rawTable';
import { measuresOf, sketchOf } from './measures';
import { type PieceQuestion, rawSource, rawText, summarySource, summaryText } from './pieceSource';
import { columnsOf } from './summaryColumns';
import { identityOf, personColumns, uniqueCounters, uniqueEstimate } from './uniques';

/** A row of the answer, before percentiles are read out of their sketches. Groups are `g0`, `g1`, … */
export interface SummedRow {
  [group: `g${number}`]: string;
  bucket: number | null;
  value: number | null;
  unit: string | null;
  counted_users: boolean | null;
  counted_visitors: boolean | null;
  sketch: Buffer | null;
  negative_sketch: Buffer | null;
  zeros: number | null;
  vmin: number | null;
  vmax: number | null;
}

/** Sums of summaries and of raw rows, one row a group and bucket, in the order of the buckets. */
export function cellsStatement(question: PieceQuestion, buckets: boolean, limit: number): Fragment {
  const { counted } = question.choice;
  return counted === undefined
    ? numbersStatement(question, buckets, limit)
    : uniquesStatement(question, counted, buckets, limit);
}

function numbersStatement(question: PieceQuestion, buckets: boolean, limit: number): Fragment {
  const { plan, choice } = question;
  const { calculation, kind, measure } = plan;
  const { needed, value } = columnsOf(calculation);
  const wanted = [...needed, ...(measure === undefined ? [] : ['unit_min', 'unit_max'])];
  const measures = measuresOf(kind).filter(({ name }) => wanted.includes(name));
  const keys = keysOf(plan, buckets);
  const summaryMeasures = measures.map(({ name }) =>
    name === 'n' && choice.byRating ? sql`r.n` : sql.ref(`s.${name}`)
  );
  const { value: column, unit } = rawTables[kind];
  const number = measure === 'error_rate' ? sql`t.error_rate` : column;
  const rawColumns = [
    ...groupsOf(plan, (field) => rawText(field, plan)),
    ...(buckets ? [bucketOf(plan, rawTables[kind].time)] : []),
    ...(calculation.startsWith('share_') ? [sql`t.rating`] : []),
    ...(measure === undefined
      ? []
      : [
          sql`${number} as v, ${unit} as unit`,
          ...(needed.includes('sketch')
            ? [sql`${sketchOf(number)} as positive, ${sketchOf(sql`-${number}`)} as negative`]
            : []),
        ]),
  ];
  const grouped = keys.length === 0 ? sql`` : sql` group by ${sql.join(keys)}`;
  const having = keys.length === 0 ? sql` having count(*) > 0` : sql``;
  const parts = sql`
    select ${sql.join([
      ...groupsOf(plan, (field) => summaryText(field, plan, choice)),
      ...(buckets ? [bucketOf(plan, sql`s.bucket`)] : []),
      ...summaryMeasures,
    ])} ${summarySource(question)}
    union all
    select ${sql.join([...keys, ...measures.map((each) => each.ofRows)])}
    from (select ${rawColumns.length === 0 ? sql`1` : sql.join(rawColumns)} ${rawSource(question)}) r${grouped}${having}`;
  const names = [...keyNames(plan, buckets), ...measures.map(({ name }) => name)];
  const sketches = needed.includes('sketch')
    ? sql`numeric_send(sum(s.sketch)) as sketch, numeric_send(sum(s.negative_sketch)) as negative_sketch,
        sum(s.zeros)::float8 as zeros, min(s.vmin) as vmin, max(s.vmax) as vmax`
    : noSketch;
  const agreed =
    measure === undefined ? sql`null::text` : sql`case when min(s.unit_min) = max(s.unit_max) then min(s.unit_min) end`;
  return final(
    question,
    buckets,
    limit,
    parts,
    names,
    sql`(${value})::float8 as value, ${agreed} as unit,
    null::boolean as counted_users, null::boolean as counted_visitors, ${sketches}`
  );
}

const noSketch = sql`null::bytea as sketch, null::bytea as negative_sketch, null::float8 as zeros, null::float8 as vmin,
  null::float8 as vmax`;

function uniquesStatement(question: PieceQuestion, counted: Counted, buckets: boolean, limit: number): Fragment {
  const { plan, choice } = question;
  const keys = keysOf(plan, buckets);
  const { id, columns } = identityOf(counted);
  const rows = sql`select ${sql.join([
    ...groupsOf(plan, (field) => rawText(field, plan)),
    ...(buckets ? [bucketOf(plan, rawTables[plan.kind].time)] : []),
    columns,
  ])} ${rawSource(question)} and ${id} is not null`;
  const list = sql.join([...keys, sql`id`]);
  const persons = sql`select ${list}, ${personColumns} from (${rows} offset 0) r group by ${list}`;
  const lead = keys.length === 0 ? sql`` : sql`${sql.join(keys)}, `;
  const parts = sql`
    select ${sql.join(
      [
        ...groupsOf(plan, (field) => summaryText(field, plan, choice)),
        ...(buckets ? [bucketOf(plan, sql`s.bucket`)] : []),
      ].concat([sql`s.n, s.saw_users, s.saw_visitors, s.v0, s.v1`])
    )} ${summarySource(question)}
    union all
    select ${lead}n, saw_users, saw_visitors, v0, v1 from (${uniqueCounters(persons, keys)}) c where c.n is not null`;
  const names = [...keyNames(plan, buckets), 'n', 'saw_users', 'saw_visitors', 'v0', 'v1'];
  return final(
    question,
    buckets,
    limit,
    parts,
    names,
    sql`${uniqueEstimate} as value, null::text as unit,
    bool_or(s.saw_users) as counted_users, bool_or(s.saw_visitors) as counted_visitors, ${noSketch}`
  );
}

function final(
  { plan }: PieceQuestion,
  buckets: boolean,
  limit: number,
  parts: Fragment,
  names: readonly string[],
  columns: Fragment
): Fragment {
  const groups = plan.groupBy.map((_, index) => sql.ref(`s.g${index}`));
  const keys = keyNames(plan, buckets).map((name) => sql.ref(`s.${name}`));
  const bucket = buckets ? sql`round(extract(epoch from s.bucket) * 1000)::float8` : sql`null::float8`;
  return sql`select ${sql.join([...groups, sql`${bucket} as bucket`])}, ${columns}
    from (${parts}) s (${sql.join(names.map((name) => sql.ref(name)))})
    ${keys.length === 0 ? sql`` : sql`group by ${sql.join(keys)}`}
    ${buckets ? sql`order by s.bucket` : sql``} limit ${limit}`;
}

function keyNames({ groupBy }: AggregatePlan, buckets: boolean): string[] {
  return [...groupBy.map((_, index) => `g${index}`), ...(buckets ? ['bucket'] : [])];
}

function keysOf(plan: AggregatePlan, buckets: boolean): Fragment[] {
  return keyNames(plan, buckets).map((name) => sql.ref(name));
}

function groupsOf({ groupBy }: AggregatePlan, text: (field: AggregatePlan['groupBy'][number]) => Fragment): Fragment[] {
  return groupBy.map((field, index) => sql`${text(field)} as ${sql.ref(`g${index}`)}`);
}

function bucketOf({ bucketMs = 0 }: AggregatePlan, time: Fragment): Fragment {
  return sql`date_bin(make_interval(secs => ${bucketMs / second}::float8), ${time}, 'epoch') as bucket`;
}
