import type { Pool } from 'pg';
import type { RetainedData, RetentionTier } from '../../../src/contract/retentionTable';
import { allRules, isSame, type RetentionRule } from '../../domain/retention/retentionRules';

/** An app and how long its organisation keeps what. */
export interface KeptApp {
  orgId: number;
  appId: string;
  /** Days; undefined where there is no such tier. */
  days(data: RetainedData, tier: RetentionTier): number | undefined;
}

/**
 * Every app, those that stand for the checks of an organisation too, for rows are found by it: no index goes by organisation.
 * @param pool logs in as the jobs role
 */
export async function readKeptApps(pool: Pool): Promise<KeptApp[]> {
  const { rows: apps } = await pool.query<{ id: string; org_id: string }>(
    `select id, org_id from apps union all select distinct checks_app(org_id), org_id from health_checks order by 1`
  );
  const { rows: policies } = await pool.query<RetentionRule & { org_id: string }>(
    'select org_id, data, tier, days from retention_policies'
  );
  return apps.map(({ id, org_id }) => {
    const rules = allRules(policies.filter((policy) => policy.org_id === org_id));
    return {
      orgId: Number(org_id),
      appId: id,
      days: (data, tier) => rules.find(isSame({ data, tier }))?.days,
    };
  });
}
