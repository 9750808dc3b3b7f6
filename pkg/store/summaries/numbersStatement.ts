import { sql } from 'kysely';
import type { Fragment } from '../query/compileStatement';
import { ratingOf } from '../query/ratingOf';
import { rawTables } from '../query/rawTable';
import { bucketOf, groupsOf, keyNames, keysOf, shownKeys } from './cellKeys';
import { askedOf, measureIn, sketchOf } from './measures';
import { noSketch } from './noSketch';
import { type PieceQuestion, rawSource, rawText, summarySource, summaryText } from './pieceSource';
import { columnsOf } from './summaryColumns';

/** Counts, sums, shares and sketches: those of summaries and those of raw rows added up. */
export function numbersStatement(question: PieceQuestion, buckets: boolean, limit: number): Fragment {
  const { plan, choice } = question;
  const { calculation, kind, measure } = plan;
  const { needed, value } = columnsOf(calculation);
  const wanted = [...needed, ...(measure === undefined ? [] : ['unit_min', 'unit_max'])];
  // A sketch of each group would be made only to be added to the others: a row as it is costs a tenth of that.
  const isEachRow = needed.includes('sketch');
  const measures = askedOf(kind).filter(({ name }) => wanted.includes(name));
  const keys = keysOf(plan, buckets);
  const summaryMeasures = measures.map(({ name }) =>
    name === 'n' && choice.byRating ? sql`r.n` : measureIn(kind, name)
  );
  const { value: column, unit } = rawTables[kind];
  const number = measure === 'error_rate' ? sql`t.error_rate` : column;
  const rawColumns = [
    ...groupsOf(plan, (field) => rawText(field, plan)),
    ...(buckets ? [bucketOf(plan, rawTables[kind].time)] : []),
    ...(calculation.startsWith('share_') ? [sql`${ratingOf(kind)} as rating`] : []),
    ...(measure === undefined
      ? []
      : [
          sql`${number} as v, ${unit} as unit`,
          ...(isEachRow ? [sql`${sketchOf(number)} as positive, ${sketchOf(sql`-${number}`)} as negative`] : []),
        ]),
  ];
  const grouped = isEachRow ? sql`` : keys.length === 0 ? sql` having count(*) > 0` : sql` group by ${sql.join(keys)}`;
  const parts = sql`
    select ${sql.join([
      ...groupsOf(plan, (field) => summaryText(field, plan, choice)),
      ...(buckets ? [bucketOf(plan, sql`s.bucket`)] : []),
      ...summaryMeasures,
    ])} ${summarySource(question)}
    union all
    select ${sql.join([...keys, ...measures.map((each) => (isEachRow ? each.ofRow : each.ofRows))])}
    from (select ${rawColumns.length === 0 ? sql`1` : sql.join(rawColumns)} ${rawSource(question)}) r${grouped}`;
  const names = [...keyNames(plan, buckets), ...measures.map(({ name }) => name)];
  const sketches = needed.includes('sketch')
    ? sql`numeric_send(sum(s.sketch)) as sketch, numeric_send(sum(s.negative_sketch)) as negative_sketch,
        sum(s.zeros)::float8 as zeros, min(s.vmin) as vmin, max(s.vmax) as vmax`
    : noSketch;
  const agreed =
    measure === undefined ? sql`null::text` : sql`case when min(s.unit_min) = max(s.unit_max) then min(s.unit_min) end`;
  const shown = keyNames(plan, buckets).map((name) => sql.ref(`s.${name}`));
  return sql`select ${sql.join(shownKeys(plan, buckets, 's'))}, (${value})::float8 as value, ${agreed} as unit,
      null::boolean as counted_users, null::boolean as counted_visitors, ${sketches}
    from (${parts}) s (${sql.join(names.map((name) => sql.ref(name)))})
    ${shown.length === 0 ? sql`` : sql`group by ${sql.join(shown)}`}
    ${buckets ? sql`order by s.bucket` : sql``} limit ${limit}`;
}
