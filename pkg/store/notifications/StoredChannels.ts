import { sql, type Selectable } from 'kysely';
import { DatabaseError, type Pool } from 'pg';
import type {
  ChannelName,
  CreateNotificationChannel,
  NotificationChannel,
  UpdateNotificationChannel,
} from '../../../src/contract/resources/notificationChannels';
import { requireVersion } from '../../domain/access/VersionConflict';
import {
  ChannelInUse,
  ChannelNameTaken,
  type ChannelRepository,
} from '../../domain/alerting/channels/ChannelRepository';
import { readSettings, splitSecrets, withStoredSecrets } from '../../domain/alerting/channels/readSettings';
import type { RuleKeeper } from '../../domain/alerting/rules/AlertRuleRepository';
import type { IdentityKeys } from '../../domain/ingest/IdentityKeys';
import type { Clock } from '../../lib/Clock';
import { uuidV7 } from '../../lib/uuidV7';
import { ensureBuiltInRule } from '../alerting/ensureBuiltInRule';
import { auditAct } from '../audit/appendAudit';
import type { Schema } from '../connections/Schema';
import { withTables, type Tables } from '../connections/withTables';
import { readPage } from '../pages/readPage';
import { openSecrets, sealSecrets } from './sealSecrets';

type ChannelRow = Selectable<Schema['notification_channels']>;

/** Notification channels in the database; every change leaves an entry in the audit log, without any secret. */
export class StoredChannels implements ChannelRepository {
  readonly #pool: Pool;
  readonly #keys: Pick<IdentityKeys, 'organisationKey'>;
  readonly #clock: Clock;

  constructor(pool: Pool, keys: Pick<IdentityKeys, 'organisationKey'>, clock: Clock) {
    this.#pool = pool;
    this.#keys = keys;
    this.#clock = clock;
  }

  list(who: RuleKeeper, request: { limit: number; cursor: string | undefined }) {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const page = await readPage(tables.selectFrom('notification_channels').selectAll(), request);
      return { ...page, items: page.items.map(channelOf) };
    });
  }

  names(who: RuleKeeper): Promise<ChannelName[]> {
    return withTables(this.#pool, who.orgId, (tables) =>
      tables.selectFrom('notification_channels').select(['name', 'kind']).orderBy('name').execute()
    );
  }

  get(who: RuleKeeper, id: string): Promise<NotificationChannel | undefined> {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const row = await readChannel(tables, id);
      return row && channelOf(row);
    });
  }

  async create(who: RuleKeeper, { name, kind, settings }: CreateNotificationChannel): Promise<NotificationChannel> {
    readSettings(kind, settings);
    const key = await this.#keys.organisationKey(who.orgId);
    const now = this.#clock.now();
    const id = uuidV7(now);
    return this.#write(who, name, async (tables) => {
      const row = await tables
        .insertInto('notification_channels')
        .values({
          id,
          org_id: who.orgId,
          name,
          kind,
          ...sealed(key, { id, kind }, settings),
          created_at: new Date(now),
          updated_at: new Date(now),
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      // Who has somewhere to send to wants to see what could be sent.
      await ensureBuiltInRule(tables, who.orgId, now);
      await auditAct(tables, who, { action: 'channel.create', subject: id, details: { name, kind } }, now);
      return channelOf(row);
    });
  }

  async update(
    who: RuleKeeper,
    id: string,
    change: UpdateNotificationChannel
  ): Promise<NotificationChannel | undefined> {
    const key = await this.#keys.organisationKey(who.orgId);
    const now = this.#clock.now();
    return this.#write(who, change.name ?? '', async (tables) => {
      const before = await readChannel(tables, id, 'lock');
      if (before === undefined) {
        return undefined;
      }
      const { expected_version: expected, name = before.name, settings } = change;
      requireVersion(expected, before.version);
      if (name !== before.name) {
        await sql`update alert_rules set notification_channels = array_replace(notification_channels, ${before.name}, ${name}),
          version = version + 1 where ${before.name} = any(notification_channels)`.execute(tables);
      }
      const row = await tables
        .updateTable('notification_channels')
        .set({
          name,
          ...(settings !== undefined && this.#changed(key, before, settings)),
          version: before.version + 1,
          updated_at: new Date(now),
        })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow();
      const details = { name, fields: Object.keys(change).filter((field) => field !== 'expected_version') };
      await auditAct(tables, who, { action: 'channel.update', subject: id, details }, now);
      return channelOf(row);
    });
  }

  delete(who: RuleKeeper, id: string): Promise<boolean> {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const before = await readChannel(tables, id, 'lock');
      if (before === undefined) {
        return false;
      }
      const { rows } = await sql<{ name: string }>`select name from alert_rules
        where ${before.name} = any(notification_channels) order by name`.execute(tables);
      if (rows.length > 0) {
        throw new ChannelInUse(rows.map(({ name }) => name));
      }
      await tables.deleteFrom('notification_channels').where('id', '=', id).execute();
      const entry = { action: 'channel.delete', subject: id, details: { name: before.name } };
      await auditAct(tables, who, entry, this.#clock.now());
      return true;
    });
  }

  #changed(key: Buffer, before: ChannelRow, given: Readonly<Record<string, unknown>>) {
    const old = { ...before.settings, ...openSecrets(key, before.id, before.sealed_secrets) };
    const settings = withStoredSecrets(before.kind, given, old);
    readSettings(before.kind, settings);
    return sealed(key, before, settings);
  }

  /** Two people may take the same name at once: the unique index is the judge. */
  async #write<T>(who: RuleKeeper, name: string, act: (tables: Tables) => Promise<T>): Promise<T> {
    try {
      return await withTables(this.#pool, who.orgId, act);
    } catch (error) {
      if (error instanceof DatabaseError && error.constraint === 'notification_channels_name') {
        throw new ChannelNameTaken(name);
      }
      throw error;
    }
  }
}

function sealed(
  key: Buffer,
  { id, kind }: Pick<ChannelRow, 'id' | 'kind'>,
  settings: Readonly<Record<string, unknown>>
) {
  const { shown, secrets } = splitSecrets(kind, settings);
  return {
    settings: JSON.stringify(shown),
    sealed_secrets: sealSecrets(key, id, secrets),
    stored_secrets: Object.keys(secrets),
  };
}

function readChannel(tables: Tables, id: string, lock?: 'lock'): Promise<ChannelRow | undefined> {
  const query = tables.selectFrom('notification_channels').selectAll().where('id', '=', id);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

function channelOf(row: ChannelRow): NotificationChannel {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    settings: row.settings,
    stored_secrets: row.stored_secrets,
    version: row.version,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}
