import type { Selectable } from 'kysely';
import type { App, AppKey } from '../../../src/contract/resources/apps';
import type { Schema } from '../connections/Schema';

type AppRow = Selectable<Schema['apps']>;
export type KeyRow = Selectable<Schema['app_keys']>;

/** @param keys of any apps; revoked ones are shown too, so that a person sees when that was */
export function appOf(row: AppRow, keys: readonly KeyRow[]): App {
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    allowed_origins: row.allowed_origins,
    consent_mode: row.consent_mode,
    without_consent: row.without_consent,
    trust_client_critical: row.trust_client_critical,
    rate_limit: row.rate_limit,
    severity_rules: row.severity_rules,
    routes: row.routes,
    fields: row.fields,
    keys: keys.filter((key) => key.app_id === row.id).map(keyOf),
    created_at: row.created_at.toISOString(),
  };
}

export function keyOf(row: KeyRow): AppKey {
  return {
    id: row.id,
    key: row.key,
    scope: row.scope,
    created_at: row.created_at.toISOString(),
    revoked_at: row.revoked_at?.toISOString() ?? null,
  };
}
