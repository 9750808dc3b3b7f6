import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { TriggeredData } from '../../../src/contract/alerting/TriggeredData';
import type { AlertRule } from '../../../src/contract/entities/AlertRule';
import type { OpenedInstances, Opening } from '../../domain/alerting/triggered/OpenedInstances';
import type { Labels } from '../../domain/alerting/labels/labelsKey';
import { hour } from '../../lib/duration';
import { groupBy } from '../../lib/groupBy';
import { inTransaction } from '../connections/withOrganisation';
import { tablesOn } from '../connections/withTables';

/** An instance that has waited longer goes without: what it would show may be gone. */
const longestWait = hour;

interface WaitingRow {
  id: string;
  org_id: string;
  alert_rule_id: string;
  created_at: Date;
  labels: Labels;
  condition_type: AlertRule['condition_type'];
  condition_config: AlertRule['condition_config'];
}

/** Instances that wait for their series, in the database. */
export class StoredOpenedInstances implements OpenedInstances {
  readonly #pool: Pool;

  /** @param pool logs in as the jobs role */
  constructor(pool: Pool) {
    this.#pool = pool;
  }

  waiting(now: number, limit: number): Promise<Opening[]> {
    return inTransaction(this.#pool, async (client) => {
      const { rows } = await sql<WaitingRow>`
        select i.id, i.org_id, i.alert_rule_id, i.created_at, i.group_labels as labels,
          r.condition_type, r.condition_config
        from alert_instances i join alert_rules r on r.id = i.alert_rule_id
        where i.needs_series and i.created_at > ${new Date(now - longestWait)}
        order by i.id desc limit ${limit}`.execute(tablesOn(client));
      const openings = groupBy(rows, (row) => `${row.alert_rule_id} ${row.created_at.getTime()}`);
      return [...openings.values()].flatMap((found) => found.slice(0, 1).map((first) => openingOf(first, found)));
    });
  }

  keepSeries(series: ReadonlyMap<string, TriggeredData['series']>): Promise<void> {
    return inTransaction(this.#pool, async (client) => {
      await sql`update alert_instances i set needs_series = false,
          triggered_data = i.triggered_data || jsonb_build_object('series', s.series)
        from unnest(${[...series.keys()]}::uuid[], ${[...series.values()].map((one) => JSON.stringify(one ?? null))}::jsonb[])
          s (id, series)
        where i.id = s.id`.execute(tablesOn(client));
    });
  }
}

function openingOf(first: WaitingRow, found: readonly WaitingRow[]): Opening {
  const { condition_type, condition_config } = first;
  return {
    orgId: Number(first.org_id),
    rule: { condition_type, condition_config },
    at: first.created_at.getTime(),
    instances: found.map(({ id, labels }) => ({ id, labels })),
  };
}
