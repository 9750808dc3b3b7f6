import { sql, type RawBuilder } from 'kysely';
import type { ErrorGroupOrder } from '../../../src/contract/errorGroupStates';
import type { ErrorGroup } from '../../../src/contract/resources/errorGroups';
import type { GroupReader, GroupSelection, Listed } from '../../domain/errors/groups/ErrorGroupRepository';
import type { Tables } from '../connections/withTables';
import { groupOf, type GroupRow } from './GroupRow';
import { trendsOf } from './trendsOf';

/** Columns to order by, and the type by which a cursor is read back. */
const orders: Readonly<Record<ErrorGroupOrder, RawBuilder<unknown>>> = {
  last_seen: sql`timestamptz`,
  first_seen: sql`timestamptz`,
  events: sql`bigint`,
  users: sql`bigint`,
};

/** Groups of an organisation, in the order asked for. */
export async function listGroups(
  tables: Tables,
  who: GroupReader,
  selection: GroupSelection,
  now: number
): Promise<Listed<ErrorGroup>> {
  const { order, limit } = selection;
  const column = sql.ref(`g.${order}`);
  const { rows } = await sql<GroupRow & { place: string }>`
    select g.*, a.name as app, ${column}::text as place from error_groups g join apps a on a.id = g.app_id
    where ${sql.join(conditions(selection, who), sql` and `)}
    order by ${column} desc, g.id desc limit ${limit + 1}`.execute(tables);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const trends = await trendsOf(tables, shown, now);
  return {
    items: shown.map((row) => groupOf(row, trends.get(row.id) ?? [], who.seesPersonal)),
    next_cursor: rows.length > limit && last !== undefined ? writeCursor(last.place, last.id) : null,
  };
}

function conditions({ app, statuses, severity, search, order, cursor }: GroupSelection, who: GroupReader) {
  const found = [sql`a.deleted_at is null`];
  if (app !== undefined) {
    found.push(sql`(a.name = ${app}::text or a.id::text = ${app}::text)`);
  }
  if (statuses.length > 0) {
    found.push(sql`g.status = any(${[...statuses]}::text[])`);
  }
  if (severity !== undefined) {
    found.push(sql`g.severity = ${severity}::text`);
  }
  if (search !== undefined && search.trim() !== '') {
    // Who may not read messages must not find out what they say by searching either.
    const text = who.seesPersonal
      ? sql`g.error_class || ': ' || g.message || chr(10) || g.culprit || chr(10) || g.fingerprint`
      : sql`g.error_class || chr(10) || g.culprit || chr(10) || g.fingerprint`;
    found.push(sql`strpos(lower(${text}), lower(${search.trim()}::text)) > 0`);
  }
  const after = readCursor(cursor);
  if (after !== undefined) {
    found.push(sql`(${sql.ref(`g.${order}`)}, g.id) < (${after.place}::text::${orders[order]}, ${after.id}::uuid)`);
  }
  return found;
}

function writeCursor(place: string, id: string): string {
  return Buffer.from(`${place} ${id}`).toString('base64url');
}

const written =
  /^(\d{1,19}|\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::?\d\d)?) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A cursor that no list ever gave starts from the beginning. */
function readCursor(cursor: string | undefined): { place: string; id: string } | undefined {
  const match = written.exec(Buffer.from(cursor ?? '', 'base64url').toString());
  const [, place, id] = match ?? [];
  return place === undefined || id === undefined ? undefined : { place, id };
}
