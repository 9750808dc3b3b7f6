import type { Pool } from 'pg';
import type { KeyScope, RateLimit, App } from '../../../src/contract/resources/apps';
import type { SeverityRule } from '../../../src/contract/resources/severityRules';
import type { RetainedData } from '../../../src/contract/retentionTable';
import type { KeyedApp } from '../../domain/ingest/KeyedApp';
import { rawTables } from '../../domain/ingest/rows';
import { day } from '../../lib/duration';
import { dataOf } from '../maintenance/readLongestRetention';
import { inTransaction, speakFor } from '../connections/withOrganisation';

interface KeyRow {
  org_id: string;
  app_id: string;
  scope: KeyScope;
}

interface AppRow extends Pick<
  App,
  'number' | 'name' | 'allowed_origins' | 'consent_mode' | 'without_consent' | 'routes' | 'fields'
> {
  trust_client_critical: boolean;
  rate_limit: RateLimit | null;
  severity_rules: SeverityRule[];
  /** Days by what is kept, only what differs from the defaults; null: nothing does. */
  raw_days: Partial<Record<RetainedData, number>> | null;
}

/**
 * The app that a living key writes for. A request names no organisation: naming the key shows that one row, and the row
 * names the organisation. Throws StoreAway.
 */
export async function findKeyedApp(pool: Pool, key: string): Promise<KeyedApp | undefined> {
  return inTransaction(pool, async (client) => {
    await client.query(`select set_config('seamark.app_key', $1, true)`, [key]);
    const keys = await client.query<KeyRow>(
      'select org_id, app_id, scope from app_keys where key = $1 and revoked_at is null',
      [key]
    );
    const [found] = keys.rows;
    if (found === undefined) {
      return undefined;
    }
    const orgId = Number(found.org_id);
    await speakFor(client, { orgId });
    const apps = await client.query<AppRow>(
      `select number, name, allowed_origins, consent_mode, without_consent, trust_client_critical, rate_limit, severity_rules, routes, fields,
          (select jsonb_object_agg(data, days) from retention_policies where tier = 'raw') as raw_days
        from apps where id = $1 and deleted_at is null`,
      [found.app_id]
    );
    const [app] = apps.rows;
    return app === undefined
      ? undefined
      : {
          key,
          keyScope: found.scope,
          appId: found.app_id,
          orgId,
          number: app.number,
          name: app.name,
          allowedOrigins: app.allowed_origins,
          consentMode: app.consent_mode,
          withoutConsent: app.without_consent,
          trustClientCritical: app.trust_client_critical,
          rateLimit: app.rate_limit,
          severityRules: app.severity_rules,
          routes: app.routes,
          fields: app.fields,
          ...(app.raw_days && { rawRetention: rawRetentionOf(app.raw_days) }),
        };
  });
}

function rawRetentionOf(days: Partial<Record<RetainedData, number>>): NonNullable<KeyedApp['rawRetention']> {
  return Object.fromEntries(
    rawTables.flatMap((table) => {
      const kept = days[dataOf[table]];
      return kept === undefined ? [] : [[table, kept * day]];
    })
  );
}
