import { sql } from 'kysely';
import type { Grain } from '../../domain/summaries/cutRange';
import { summaryKinds } from '../../domain/summaries/summaryKinds';
import type { Fragment } from '../query/compileStatement';
import { instant } from '../query/rawTable';
import { measuresOf } from './measures';
import type { BucketRange } from './recompute';
import { summaryTables } from './SummaryTable';

/** Writes the summary of one bucket as the sum of finer ones: `grain` of a range that is one bucket, from those of `finer`. */
export function addUp({ appId, kind, grain, from, to }: BucketRange, finer: Grain): Fragment {
  const { name, hasMeasures } = summaryTables[kind];
  const { type } = summaryKinds[kind];
  const keys = ['org_id', 'app_id', type, ...(hasMeasures ? ['measure'] : []), 'dim', 'dim_value'];
  const measures = measuresOf(kind);
  const list = sql.join(keys.map((key) => sql.ref(`s.${key}`)));
  return sql`
    insert into ${sql.table(name)} (${sql.join(keys.map((key) => sql.ref(key)))}, bucket, grain,
      ${sql.join(measures.map((measure) => sql.ref(measure.name)))})
    select ${list}, ${instant(from)}, ${grain}::text, ${sql.join(measures.map((measure) => measure.ofSummaries))}
    from ${sql.table(name)} s
    where s.app_id = ${appId}::uuid and s.grain = ${finer}::text and s.bucket >= ${instant(from)} and s.bucket < ${instant(to)}
    group by ${list} order by s.dim, ${sql.ref(`s.${type}`)}`;
}

/** The same for counters of users and sessions. How many there were is known exactly of a single part only. */
export function addUpUniques({ appId, kind, grain, from, to }: BucketRange, finer: Grain): Fragment {
  const keys = sql.join(['org_id', 'app_id', 'kind', 'counted', 'type', 'dim', 'dim_value'].map((key) => sql.ref(key)));
  return sql`
    insert into uniques_summary (${keys}, bucket, grain, n, saw_users, saw_visitors, v0, v1)
    select ${keys}, ${instant(from)}, ${grain}::text, case when count(*) = 1 then max(s.n) end, bool_or(s.saw_users),
      bool_or(s.saw_visitors), bit_or(s.v0), bit_or(s.v1)
    from uniques_summary s
    where s.app_id = ${appId}::uuid and s.kind = ${kind}::text and s.grain = ${finer}::text
      and s.bucket >= ${instant(from)} and s.bucket < ${instant(to)}
    group by ${keys} order by dim, type`;
}
