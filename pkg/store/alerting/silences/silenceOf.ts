import type { Selectable } from 'kysely';
import type { Silence } from '../../../../src/contract/resources/silences';
import { statusOfSpan } from '../../../domain/alerting/silences/muteStatus';
import type { Schema } from '../../connections/Schema';

export type SilenceRow = Selectable<Schema['silences']>;

/** A silence as callers see it at `now`. */
export function silenceOf(row: SilenceRow, now: number): Silence {
  return {
    id: row.id,
    name: row.name,
    comment: row.comment,
    matchers: row.matchers,
    starts_at: row.starts_at.toISOString(),
    ends_at: row.ends_at.toISOString(),
    status: statusOfSpan({ from: row.starts_at.getTime(), to: row.ends_at.getTime() }, now),
    created_login: row.created_login,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
    version: row.version,
  };
}
