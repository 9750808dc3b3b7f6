import { sql } from 'kysely';
import type { RowKind } from '../../../src/contract/query/kinds';
import type { Grain } from '../../domain/summaries/cutRange';
import { summaryKinds } from '../../domain/summaries/summaryKinds';
import { second } from '../../lib/duration';
import type { Fragment } from '../query/compileStatement';
import { instant } from '../query/rawTable';
import { dimensionColumns } from './dimensionColumns';
import { grainLength } from './grainLength';
import { measuresOf, sketchOf } from './measures';
import { sourceRows } from './sourceRows';
import { summaryTables } from './SummaryTable';

/** Buckets of one app: from the first's start to the last's end, epoch milliseconds. */
export interface BucketRange {
  orgId: number;
  appId: string;
  kind: RowKind;
  grain: Grain;
  from: number;
  to: number;
}

/** Writes the summaries of all dimensions of these buckets from raw rows, in one pass. */
export function recompute(range: BucketRange): Fragment {
  const { orgId, appId, kind, grain, from, to } = range;
  const { name, time, value, unit, hasMeasures, hasRatings } = summaryTables[kind];
  const { type, dimensions } = summaryKinds[kind];
  const columns = dimensionColumns(kind, dimensions);
  const measures = measuresOf(kind);
  const keys = [type, ...(hasMeasures ? ['measure'] : [])].map((key) => sql.ref(key));
  const bucket = bucketsOf(range, sql.ref(`t.${time}`));
  const number = hasMeasures ? sql.ref('m.v') : value === undefined ? undefined : sql.ref(`t.${value}`);
  const source = sourceRows(kind, { parts: onePart({ appId, from, to }), device: columns.device });
  const rows = sql`
    select ${sql.ref(`t.${type}`)}, ${bucket.column}${columns.select}${hasRatings ? sql`, t.rating` : sql``}${hasMeasures ? sql`, m.measure` : sql``}${
      number === undefined
        ? sql``
        : sql`, ${number} as v, ${unit === undefined ? sql`null::text` : sql.ref(`t.${unit}`)} as unit,
            ${sketchOf(number)} as positive, ${sketchOf(sql`-${number}`)} as negative`
    }
    ${hasMeasures ? withHealthMeasures(source) : source}`;
  return sql`
    insert into ${sql.table(name)} (org_id, app_id, bucket, grain, ${sql.join(keys)}, dim, dim_value,
      ${sql.join(measures.map((measure) => sql.ref(measure.name)))})
    select ${orgId}::bigint, ${appId}::uuid, ${bucket.value}, ${grain}::text, ${sql.join(keys)}, ${columns.name},
      ${columns.values}, ${sql.join(measures.map((measure) => measure.ofRows))}
    from (${rows} offset 0) r
    group by grouping sets (${columns.sets([...keys, ...bucket.key])})
    order by ${columns.name}, ${sql.ref(type)}`;
}

/** A result is a row that is counted, and one for each of its numbers. */
function withHealthMeasures(source: Fragment): Fragment {
  return sql`from (select t.* ${source}) t cross join lateral (values
      ('', null::float8), ('response_time_ms', t.response_time_ms), ('error_rate', t.error_rate)
    ) m (measure, v) where m.measure = '' or m.v is not null`;
}

/** The relation of stretches of time that `sourceRows` reads, of a single one. */
export function onePart({ appId, from, to }: Pick<BucketRange, 'appId' | 'from' | 'to'>): Fragment {
  return sql`(select ${appId}::uuid as app_id, ${instant(from)} as starts, ${instant(to)} as ends)`;
}

/** How rows are told apart by bucket: not at all where there is only one, for comparing costs. */
export function bucketsOf(
  { grain, from, to }: BucketRange,
  time: Fragment
): { column: Fragment; key: Fragment[]; value: Fragment } {
  return to - from === grainLength[grain]
    ? { column: sql``, key: [], value: instant(from) }
    : { column: sql`${bucketOf(time, grain)} as bucket, `, key: [sql.ref('bucket')], value: sql.ref('bucket') };
}

export function bucketOf(time: Fragment, grain: Grain): Fragment {
  return sql`date_bin(make_interval(secs => ${sql.lit(grainLength[grain] / second)}), ${time}, 'epoch')`;
}
