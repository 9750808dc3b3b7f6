import { sql } from 'kysely';
import type { Counted } from '../../domain/summaries/summaryKinds';
import type { Fragment } from '../query/compileStatement';
import { rawTables } from '../query/rawTable';
import { bucketOf, groupsOf, keyNames, keysOf, shownKeys } from './cellKeys';
import { noSketch } from './noSketch';
import { type PieceQuestion, rawSource, rawText, summarySource, summaryText } from './pieceSource';
import { identityOf, personColumns, uniqueCounters, uniqueEstimate, uniqueSums } from './uniques';

/** Different users or sessions: bit maps of summaries and those made of raw rows joined. */
export function uniquesStatement(question: PieceQuestion, counted: Counted, buckets: boolean, limit: number): Fragment {
  const { plan, choice } = question;
  const keys = keysOf(plan, buckets);
  const { id, columns: identity } = identityOf(counted);
  const rows = sql`select ${sql.join([
    ...groupsOf(plan, (field) => rawText(field, plan)),
    ...(buckets ? [bucketOf(plan, rawTables[plan.kind].time)] : []),
    identity,
  ])} ${rawSource(question)} and ${id} is not null`;
  const list = sql.join([...keys, sql`id`]);
  const persons = sql`select ${list}, ${personColumns} from (${rows} offset 0) r group by ${list}`;
  const lead = keys.length === 0 ? sql`` : sql`${sql.join(keys)}, `;
  const parts = sql`
    select ${sql.join([
      ...groupsOf(plan, (field) => summaryText(field, plan, choice)),
      ...(buckets ? [bucketOf(plan, sql`s.bucket`)] : []),
      sql`s.n, s.saw_users, s.saw_visitors, s.v0, s.v1`,
    ])} ${summarySource(question)}
    union all
    select ${lead}n, saw_users, saw_visitors, v0, v1 from (${uniqueCounters(persons, keys)}) c where c.n is not null`;
  const names = keyNames(plan, buckets);
  const columns = [...names, 'n', 'saw_users', 'saw_visitors', 'v0', 'v1'].map((name) => sql.ref(name));
  const same = names.map((name) => sql`${sql.ref(`s.${name}`)} = ${sql.ref(`c.${name}`)}`);
  const estimate = uniqueEstimate(sql`parts s where ${sql.join([sql`true`, ...same], sql` and `)}`);
  return sql`
    with parts (${sql.join(columns)}) as materialized (${parts}), counts as (
      select ${sql.join([...keys, uniqueSums])} from parts s
      ${names.length === 0 ? sql`` : sql`group by ${sql.join(keys)}`}
    )
    select ${sql.join(shownKeys(plan, buckets, 'c'))}, ${estimate} as value, null::text as unit,
      c.saw_users as counted_users, c.saw_visitors as counted_visitors, ${noSketch}
    from counts c ${buckets ? sql`order by c.bucket` : sql``} limit ${limit}`;
}
