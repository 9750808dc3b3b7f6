import { sql } from 'kysely';
import type { Counted } from '../../domain/summaries/summaryKinds';
import type { Fragment } from '../query/compileStatement';

/** Bits of a linear counter; the second level holds one id in sixteen, for numbers that fill the first. */
const bits = 65_536;
const sampled = 16;
/** Of more the first level would be off by more than the second (e⁻⁴ of it is still empty then). */
const fewestEmpty = Math.round(bits * Math.exp(-4));

/** Who counts as one, and which bit that is: pseudonymous ids are random already, session ids are not. */
export function identityOf(counted: Counted): { id: Fragment; columns: Fragment } {
  const id = counted === 'users' ? sql`coalesce(t.user_id, t.visitor_id)` : sql`t.session_id`;
  const bytes = counted === 'users' ? sql`uuid_send(${id})` : sql`sha256(convert_to(${id}, 'UTF8'))`;
  return {
    id,
    columns: sql`${id} as id, t.user_id is not null as is_user,
      get_byte(${bytes}, 0) * 256 + get_byte(${bytes}, 1) as place, get_byte(${bytes}, 2) % ${sql.lit(sampled)} = 0 as is_sampled`,
  };
}

/** What is kept of the rows `r` of one id in a group. */
export const personColumns: Fragment = sql`bool_or(r.is_user) as is_user, min(r.place) as place,
  bool_or(r.is_sampled) as is_sampled`;

/**
 * Counts different ids by group: `n` exactly, and as bit maps that can be merged. Words of 64 bits are filled first and
 * then joined, which takes a tenth of what setting single bits in a long string does.
 * @param persons a relation of `keys` and of `personColumns`, with each id once a group
 */
export function uniqueCounters(persons: Fragment, keys: readonly Fragment[]): Fragment {
  const list = sql.join(keys);
  const same = keys.length === 0 ? sql`` : sql`partition by ${list} `;
  const lead = keys.length === 0 ? sql`` : sql`${list}, `;
  return sql`
    select ${lead}sum(words.n)::bigint as n, bool_or(words.saw_users) as saw_users, bool_or(words.saw_visitors) as saw_visitors,
      ${joined('w0')} as v0, case when bool_or(words.w1 <> 0) then ${joined('w1')} end as v1
    from (
      select ${lead}p.place >> 6 as word, count(*) as n, bool_or(p.is_user) as saw_users,
        bool_or(not p.is_user) as saw_visitors, bit_or(p.bit) as w0,
        coalesce(bit_or(p.bit) filter (where p.is_sampled), 0) as w1,
        (p.place >> 6) - coalesce(lag(p.place >> 6) over (${same}order by p.place >> 6), -1) - 1 as gap
      from (select x.*, 1::bigint << (x.place & 63) as bit from (${persons}) x) p group by ${lead}p.place >> 6
    ) words${keys.length === 0 ? sql`` : sql` group by ${list}`}`;
}

/** Words in order, zeros where there is none; PostgreSQL fills the rest of a bit string with zeros. */
function joined(word: string): Fragment {
  return sql`('x' || encode(string_agg(
    substring(decode(repeat('00', 8192), 'hex') from 1 for 8 * words.gap::int) || int8send(${sql.ref(`words.${word}`)}),
    ''::bytea order by words.word), 'hex'))::bit(65536)`;
}

/** What rows `s` with `n`, `v0` and `v1` of one group become, before `uniqueEstimate`: nothing is counted yet. */
export const uniqueSums: Fragment = sql`count(*) as rows, max(s.n) as n, bit_or(s.v0) as v0,
  bool_or(s.saw_users) as saw_users, bool_or(s.saw_visitors) as saw_visitors`;

/**
 * How many different ids the rows of a group stand for together: exactly where it is one row that knows. The second level
 * is only read for groups that fill the first: joining bit maps is what takes the time.
 * @param rows the group's rows `s` again: a relation, with its condition
 */
export function uniqueEstimate(rows: Fragment): Fragment {
  const size = sql.lit(bits);
  const empty = sql`(${size} - bit_count(c.v0))`;
  return sql`case when c.rows = 0 then 0
    when c.rows = 1 and c.n is not null then c.n::float8
    when ${empty} > ${sql.lit(fewestEmpty)} then round(-${size}::float8 * ln(${empty}::float8 / ${size}))
    else (select round(-${sql.lit(bits * sampled)}::float8
      * ln(greatest(${size} - bit_count(bit_or(s.v1)), 1)::float8 / ${size})) from ${rows}) end`;
}
