import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import { kindOf } from '../../../src/contract/health/kinds/kinds';
import type { CheckSecrets } from '../../../src/contract/health/secrets';
import type { CreateHealthCheck, ProbeResult, UpdateHealthCheck } from '../../../src/contract/resources/healthChecks';
import type { UptimeReport } from '../../../src/contract/resources/incidents';
import type { PageOf } from '../../domain/access/AppRepository';
import { requireVersion } from '../../domain/access/VersionConflict';
import { withCheckDefaults } from '../../domain/health/checks/checkDefaults';
import type {
  CheckKeeper,
  CheckSelection,
  HealthCheckRepository,
  KeptCheck,
  ResultSelection,
} from '../../domain/health/checks/HealthCheckRepository';
import { newCheckMemory } from '../../domain/health/status/CheckMemory';
import type { IdentityKeys } from '../../domain/ingest/IdentityKeys';
import type { Clock } from '../../lib/Clock';
import { uuidV7 } from '../../lib/uuidV7';
import { readMutes } from '../alerting/silences/readMutes';
import { auditAct } from '../audit/appendAudit';
import { takingNames } from '../connections/takingNames';
import { withTables, type Tables } from '../connections/withTables';
import { cutPage } from '../pages/cutPage';
import { checkOf, type CheckRow } from './checkOf';
import { openCheckSecrets, sealedSecrets } from './checkSecretsSeal';
import { endIncident } from './endIncident';
import { hashOfHeartbeatToken, heartbeatTokenOf } from './heartbeatToken';
import { readResults } from './readResults';
import { readUptime } from './readUptime';
import { selectChecks } from './selectChecks';

const names = { health_checks_name: 'health check' };
/** Settings whose change makes earlier results say nothing about what comes. */
const asking = ['settings', 'assertions'] as const;

/** Health checks in the database; every change leaves an entry in the audit log, without any secret. */
export class StoredHealthChecks implements HealthCheckRepository {
  readonly #pools: Readonly<Record<'app' | 'query', Pool>>;
  readonly #keys: Pick<IdentityKeys, 'organisationKey'>;
  readonly #clock: Clock;

  constructor(
    pools: Readonly<Record<'app' | 'query', Pool>>,
    keys: Pick<IdentityKeys, 'organisationKey'>,
    clock: Clock
  ) {
    this.#pools = pools;
    this.#keys = keys;
    this.#clock = clock;
  }

  list(who: CheckKeeper, selection: CheckSelection): Promise<PageOf<KeptCheck>> {
    return this.#in(who, async (tables, answer) => {
      const rows = await selectChecks(tables, selection);
      return cutPage(rows.map(answer), selection.limit);
    });
  }

  get(who: CheckKeeper, id: string): Promise<KeptCheck | undefined> {
    return this.#in(who, async (tables, answer) => {
      const row = await readCheck(tables, id);
      return row && answer(row);
    });
  }

  create(who: CheckKeeper, { secrets = {}, ...given }: CreateHealthCheck): Promise<KeptCheck> {
    const now = this.#clock.now();
    const id = uuidV7(now);
    const check = withCheckDefaults(given);
    return this.#in(
      who,
      async (tables, answer, key) => {
        const row = await tables
          .insertInto('health_checks')
          .values({
            ...check,
            id,
            org_id: who.orgId,
            settings: JSON.stringify(check.settings),
            assertions: JSON.stringify(check.assertions),
            labels: JSON.stringify(check.labels),
            ...sealedSecrets(key, id, secrets),
            heartbeat_hash:
              kindOf(check.kind).way === 'reported' ? hashOfHeartbeatToken(heartbeatTokenOf(key, id)) : null,
            memory: JSON.stringify(newCheckMemory),
            next_probe_at: new Date(now),
            created_at: new Date(now),
            updated_at: new Date(now),
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        const details = { service_name: check.service_name, kind: check.kind };
        await auditAct(tables, who, { action: 'health_check.create', subject: id, details }, now);
        return answer(row);
      },
      check.service_name
    );
  }

  update(who: CheckKeeper, id: string, change: UpdateHealthCheck): Promise<KeptCheck | undefined> {
    const now = this.#clock.now();
    const { expected_version: expected, secrets, ...given } = change;
    return this.#in(
      who,
      async (tables, answer, key) => {
        const before = await readCheck(tables, id, 'lock');
        if (before === undefined) {
          return undefined;
        }
        requireVersion(expected, before.version);
        const asksAnew = asking.some(
          (field) => given[field] !== undefined && !isDeepStrictEqual(given[field], before[field])
        );
        const isEnded = given.enabled === false && before.enabled;
        if (isEnded) {
          await endIncident(tables, before, 'the check was switched off', now);
        }
        const { settings, assertions, labels, ...plain } = given;
        const row = await tables
          .updateTable('health_checks')
          .set({
            ...plain,
            ...(settings && { settings: JSON.stringify(settings) }),
            ...(assertions && { assertions: JSON.stringify(assertions) }),
            ...(labels && { labels: JSON.stringify(labels) }),
            ...(secrets && sealedSecrets(key, id, secrets)),
            ...((asksAnew || isEnded) && {
              memory: JSON.stringify(newCheckMemory),
              last_error: null,
              error_rate: null,
            }),
            ...(isEnded && { open_incident_id: null }),
            // Whoever is looking as it was before has nothing to say any more.
            leased_by: null,
            leased_until: null,
            next_probe_at: new Date(now),
            version: before.version + 1,
            updated_at: new Date(now),
          })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirstOrThrow();
        const fields = Object.keys(change).filter((field) => field !== 'expected_version');
        await auditAct(tables, who, { action: 'health_check.update', subject: id, details: { fields } }, now);
        return answer(row);
      },
      change.service_name
    );
  }

  delete(who: CheckKeeper, id: string): Promise<boolean> {
    const now = this.#clock.now();
    return this.#in(who, async (tables) => {
      const row = await readCheck(tables, id, 'lock');
      if (row === undefined) {
        return false;
      }
      await endIncident(tables, row, 'the check was deleted', now);
      await sql`delete from uptime_summary where check_id = ${id}`.execute(tables);
      await tables.deleteFrom('health_checks').where('id', '=', id).execute();
      const details = { service_name: row.service_name };
      await auditAct(tables, who, { action: 'health_check.delete', subject: id, details }, now);
      return true;
    });
  }

  secrets(who: CheckKeeper, id: string): Promise<CheckSecrets> {
    return this.#in(who, async (tables, _answer, key) => {
      const row = await readCheck(tables, id);
      return openCheckSecrets(key, id, row?.sealed_secrets ?? null);
    });
  }

  async results(who: CheckKeeper, id: string, selection: ResultSelection): Promise<PageOf<ProbeResult> | undefined> {
    const isKnown = await withTables(this.#pools.app, who.orgId, (tables) => readCheck(tables, id));
    return isKnown && readResults(this.#pools.query, who.orgId, id, selection);
  }

  uptime(who: CheckKeeper, id: string): Promise<UptimeReport | undefined> {
    return readUptime(this.#pools, who.orgId, id, this.#clock.now());
  }

  async #in<T>(
    who: CheckKeeper,
    act: (tables: Tables, answer: (row: CheckRow) => KeptCheck, key: Buffer) => Promise<T>,
    name?: string
  ): Promise<T> {
    const key = await this.#keys.organisationKey(who.orgId);
    return takingNames(this.#pools.app, who.orgId, names, name, async (tables) => {
      const now = this.#clock.now();
      const mutes = await readMutes(tables, who.orgId, now);
      const answer = (row: CheckRow): KeptCheck => ({
        ...checkOf(row, mutes, now),
        // Null for those whose reports come from inside.
        heartbeatToken: row.heartbeat_hash === null ? null : heartbeatTokenOf(key, row.id),
      });
      return act(tables, answer, key);
    });
  }
}

function readCheck(tables: Tables, id: string, lock?: 'lock'): Promise<CheckRow | undefined> {
  const query = tables.selectFrom('health_checks').selectAll().where('id', '=', id);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}
