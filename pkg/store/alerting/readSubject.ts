import { sql, type RawBuilder } from 'kysely';
import type { Labels } from '../../domain/alerting/labels/labelsKey';
import { describeGroup, type GroupDescription, type NewestError } from '../../domain/errors/groups/describeGroup';
import { publicTitleOf } from '../../domain/errors/groups/publicTitleOf';
import type { Tables } from '../connections/withTables';

/**
 * What a person calls what some labels are about: of a fingerprint the name of its error. Undefined where they name none
 * that is known. A group that is so new that nobody has described it yet is called by its newest error.
 */
export async function readSubject(
  tables: Tables,
  orgId: number | string,
  { app, fingerprint, page_path: page }: Labels
): Promise<string | undefined> {
  if (fingerprint === undefined || fingerprint === '') {
    return undefined;
  }
  const itsApps = sql`select id from apps where org_id = ${orgId} and deleted_at is null
    and (${app ?? null}::text is null or name = ${app ?? null})`;
  const { rows: groups } = await sql<GroupDescription>`
    select error_class as "errorClass", message, culprit from error_groups
    where fingerprint = ${fingerprint} and app_id in (${itsApps}) limit 1`.execute(tables);
  const group = groups[0] ?? (await describeNewest(tables, fingerprint, itsApps));
  // An error without a stack is at home on the page of its newest event: where the labels name a page, that one counts.
  const isOfPage = page !== undefined && group?.culprit.startsWith('/') === true;
  return group && publicTitleOf(isOfPage ? { ...group, culprit: '' } : group);
}

async function describeNewest(
  tables: Tables,
  fingerprint: string,
  apps: RawBuilder<unknown>
): Promise<GroupDescription | undefined> {
  const { rows } = await sql<NewestError>`
    select error_type, error_message, error_stack, context ->> 'type' as error_class, page_path from raw.error_logs
    where fingerprint = ${fingerprint} and app_id in (${apps}) order by timestamp desc limit 1`.execute(tables);
  return rows[0] && describeGroup(rows[0]);
}
