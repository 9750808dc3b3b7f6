import { sql } from 'kysely';
import type { ConsentCount } from '../../../src/contract/resources/consent';
import type { ConsentSelection } from '../../domain/privacy/consent/ConsentRepository';
import type { Tables } from '../connections/withTables';

/** Where a page ended. */
const written = /^\["(\d{4}-\d\d-\d\d)","([0-9a-f-]{36})","(required|implied)","([a-z=,]{1,100})","(site|opt_out)"\]$/;

/** A page of counts, newest day first. */
export async function countDecisions(
  tables: Tables,
  { appId, from, to, limit, cursor }: ConsentSelection
): Promise<{ items: ConsentCount[]; next_cursor: string | null }> {
  const after = readCursor(cursor);
  const ofApp = appId === undefined ? sql`` : sql` and c.app_id = ${appId}::uuid`;
  const beyond = after
    ? sql` and (c.day, c.app_id, c.mode, c.decision, c.source) <
        (${after.day}::date, ${after.app}::uuid, ${after.mode}::text, ${after.decision}::text, ${after.source}::text)`
    : sql``;
  const { rows } = await sql<ConsentCount>`
    select c.app_id, a.name as app, c.day::text as day, c.mode, c.decision, c.source, count(*)::int as visitors
    from consent_decisions c join apps a on a.id = c.app_id and a.deleted_at is null
    where c.day between ${from}::date and ${to}::date${ofApp}${beyond}
    group by c.app_id, a.name, c.day, c.mode, c.decision, c.source
    order by c.day desc, c.app_id desc, c.mode desc, c.decision desc, c.source desc limit ${limit + 1}`.execute(tables);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next_cursor: rows.length > limit && last !== undefined ? writeCursor(last) : null };
}

function writeCursor({ day, app_id, mode, decision, source }: ConsentCount): string {
  return Buffer.from(JSON.stringify([day, app_id, mode, decision, source])).toString('base64url');
}

/** A cursor that no list ever gave starts from the beginning. */
function readCursor(cursor = '') {
  const match = written.exec(Buffer.from(cursor, 'base64url').toString());
  const [, day, app, mode, decision, source] = match ?? [];
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? { day, app, mode, decision, source } : undefined;
}
