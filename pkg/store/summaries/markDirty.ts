import type { ClientBase } from 'pg';
import type { RowKind } from '../../../src/contract/query/kinds';
import { hour, second } from '../../lib/duration';

/** Rows of one app that changed other than by ingest. */
export interface DirtyStretch {
  orgId: number;
  appId: string;
  kind: RowKind;
  /** Epoch milliseconds, `to` exclusive. */
  from: number;
  to: number;
}

/**
 * Notes that raw rows of this stretch were deleted or changed, so that its summaries are calculated again; until then
 * queries read its raw rows. Call it in the transaction that changes the rows, as erasure does. Do not call it
 * for rows that are dropped because they are old: their summaries stay.
 * @param client of the role `jobs`, or of `app` within the organisation's transaction
 */
export async function markDirty(
  client: Pick<ClientBase, 'query'>,
  { orgId, appId, kind, from, to }: DirtyStretch
): Promise<void> {
  await client.query(
    `insert into summary_dirty (org_id, app_id, bucket, kind, grain)
      select $1, $2, bucket, $3, 'hour'
      from generate_series(date_bin('1 hour', to_timestamp($4), 'epoch'), to_timestamp($5), interval '1 hour') bucket
      where bucket < to_timestamp($5)`,
    [orgId, appId, kind, (from - (kind === 'performance' ? reportsBefore : 0)) / second, to / second]
  );
}

/** When the newest report of a vital is deleted, the one before it, up to four hours older, counts again. */
const reportsBefore = 4 * hour;
