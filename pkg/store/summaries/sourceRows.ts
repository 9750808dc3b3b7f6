import { sql } from 'kysely';
import type { RowKind } from '../../../src/contract/query/kinds';
import { leavesBotsOut } from '../../../src/contract/query/leavesBotsOut';
import { longestPageView } from '../../domain/summaries/longestPageView';
import { second } from '../../lib/duration';
import { appOf } from '../query/appOf';
import type { Fragment } from '../query/compileStatement';
import { summaryTables } from './SummaryTable';

interface SourceOptions {
  /** A relation of `app_id, starts, ends`: stretches of time of apps. */
  parts: Fragment;
  /** Whether the device is joined, as `d`. */
  device: boolean;
  /** Whether the app is joined, as `a`. */
  app?: boolean;
  /** Conditions on all reports `t`, before the newest of a vital is chosen. */
  early?: readonly Fragment[];
  /** Whether every report of a vital counts, and not only the newest. */
  allReports?: boolean;
}

/**
 * `from … where …` for the raw rows that summaries are made of, `t` within `part`: no bots where
 * queries leave them out, and of several reports of a vital the newest. Each part is read through the app's key, whatever the planner thinks of their number.
 */
export function sourceRows(
  kind: RowKind,
  { parts, device, app = false, early = [], allReports = false }: SourceOptions
): Fragment {
  const { raw, time, columns } = summaryTables[kind];
  const at = sql.ref(`t.${time}`);
  const isNewest = kind === 'performance' && !allReports;
  const patience = sql`make_interval(secs => ${sql.lit(longestPageView / second)})`;
  const next = sql`, lead(t.timestamp) over (partition by t.metric_id, t.metric_type order by t.timestamp, t.id) as next_at`;
  const conditions = [sql`t.app_id = part.app_id`, sql`${at} >= part.starts`, ...early];
  const until = isNewest ? sql`${at} < part.ends + ${patience}` : sql`${at} < part.ends`;
  const found = [
    ...(isNewest ? [sql`${at} < part.ends`] : []),
    ...(isNewest ? [sql`(t.metric_id is null or t.next_at is null or t.next_at >= t.timestamp + ${patience})`] : []),
    ...(leavesBotsOut(kind) ? [sql`not t.is_bot`] : []),
  ];
  return sql`from ${parts} part cross join lateral (
      select ${sql.join(columns.map((column) => sql.ref(`t.${column}`)))}${isNewest ? next : sql``}
      from ${sql.table(`raw.${raw}`)} t where ${sql.join([...conditions, until], sql` and `)} offset 0
    ) t${device ? sql` left join raw.devices d on d.app_id = t.app_id and d.id = t.device_id` : sql``}${app ? appOf('t') : sql``}
    where ${found.length === 0 ? sql`true` : sql.join(found, sql` and `)}`;
}
