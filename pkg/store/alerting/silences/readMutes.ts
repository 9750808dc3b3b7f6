import { sql } from 'kysely';
import { scheduleOf } from '../../../domain/alerting/silences/checkMute';
import type { Mute } from '../../../domain/alerting/silences/Mute';
import type { Tables } from '../../connections/withTables';
import type { SilenceRow } from './silenceOf';
import type { WindowRow } from './windowOf';

/**
 * All silences and windows of an organisation that hold at `now` or are still to come. The organisation is named, for
 * jobs see those of all.
 */
export async function readMutes(tables: Tables, orgId: number | string, now: number): Promise<Mute[]> {
  const { rows: silences } = await sql<SilenceRow>`
    select * from silences where org_id = ${orgId} and ends_at > ${new Date(now)}`.execute(tables);
  const { rows: windows } = await sql<WindowRow>`
    select * from maintenance_windows where org_id = ${orgId}`.execute(tables);
  return [
    ...silences.map((row): Mute => {
      const { id, name, comment, matchers, starts_at, ends_at } = row;
      return { kind: 'silence', id, name: name ?? comment, matchers, from: starts_at.getTime(), to: ends_at.getTime() };
    }),
    ...windows.map((row): Mute => {
      const { id, name, matchers, services } = row;
      return { kind: 'maintenance window', id, name, matchers, services, schedule: scheduleOf(row) };
    }),
  ];
}
