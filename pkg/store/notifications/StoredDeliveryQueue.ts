import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import type {
  Backlog,
  ClaimedDelivery,
  DeliveryQueue,
  DeliveryStep,
} from '../../domain/alerting/deliveries/DeliveryQueue';
import { longestWish } from '../../domain/alerting/deliveries/nextStep';
import type { SendResult } from '../../domain/alerting/deliveries/Sender';
import type { IdentityKeys } from '../../domain/ingest/IdentityKeys';
import { second } from '../../lib/duration';
import { uuidV7 } from '../../lib/uuidV7';
import { inOneStatement } from '../connections/inOneStatement';
import { instantOf, isFree, isOfAnotherClock } from '../connections/leases';
import { inTransaction } from '../connections/withOrganisation';
import { tablesOn, type Tables } from '../connections/withTables';
import { claimedOf, type ClaimedRow } from './claimedOf';

/** How long a process has for one attempt before another may make the next. */
export const deliveryLeaseMs = 20 * second;

/** Rows of one statement, so that none is long. */
const trimmedAtOnce = 1000;

/** Deliveries in the database: each goes to one process at a time, in the order of its conversation. */
export class StoredDeliveryQueue implements DeliveryQueue {
  readonly #pool: Pool;
  /** Answers at once: a message that has arrived and was not noted yet is sent again when this process is killed. */
  readonly #notes: Pool;
  readonly #keys: Pick<IdentityKeys, 'organisationKey'>;
  /** Names this process in leases. */
  readonly #self = randomUUID();

  /** @param pools both log in as the jobs role; `notes` has a connection that nobody else keeps busy */
  constructor(pools: { alerts: Pool; notes: Pool }, keys: Pick<IdentityKeys, 'organisationKey'>) {
    this.#pool = pools.alerts;
    this.#notes = pools.notes;
    this.#keys = keys;
  }

  async claim(now: number, limits: Parameters<DeliveryQueue['claim']>[1]): Promise<ClaimedDelivery[]> {
    const rows = await inTransaction(this.#pool, async (client) => {
      const tables = tablesOn(client);
      const ids = await lease(tables, this.#self, now, limits);
      return ids.length === 0 ? [] : beginAttempts(tables, ids, now);
    });
    return Promise.all(rows.map((row) => claimedOf(row, this.#keys)));
  }

  finish(
    { id, attempt }: Pick<ClaimedDelivery, 'id' | 'attempt'>,
    outcome: SendResult['outcome'],
    { status, answer, nextAttemptAt, receipt }: DeliveryStep,
    now: number
  ): Promise<void> {
    const at = new Date(now);
    const next = nextAttemptAt === undefined ? null : new Date(nextAttemptAt);
    return inOneStatement(
      this.#notes,
      sql`with attempt as (
          update notification_attempts set finished_at = ${at}, outcome = ${outcome}, answer = ${answer}
          where delivery_id = ${id} and number = ${attempt}
        )
        update notification_deliveries set status = ${status}, answer = ${answer}, next_attempt_at = ${next},
          finished_at = ${status === 'waiting' ? null : at}, leased_by = null, leased_until = null,
          receipt = coalesce(${receipt === undefined ? null : JSON.stringify(receipt)}::jsonb, receipt)
          where id = ${id} and attempts = ${attempt} and status = 'sending'`
    );
  }

  holdChannel(channelId: string, until: number): Promise<void> {
    return inTransaction(this.#pool, async (client) => {
      await sql`update notification_deliveries set next_attempt_at = greatest(next_attempt_at, ${new Date(until)}::timestamptz)
        where channel_id = ${channelId} and status = 'waiting'`.execute(tablesOn(client));
    });
  }

  backlog(now: number): Promise<Backlog> {
    return inTransaction(this.#pool, async (client) => {
      const { rows } = await sql<{ waiting: number; oldest: Date | null }>`
        select count(*)::int as waiting, min(created_at) as oldest from notification_deliveries
        where status in ('waiting', 'sending')`.execute(tablesOn(client));
      const { waiting = 0, oldest = null } = rows[0] ?? {};
      return { waiting, oldestMs: oldest === null ? 0 : Math.max(0, now - oldest.getTime()) };
    });
  }

  async trim(before: number): Promise<number> {
    for (let total = 0; ;) {
      const deleted = await inTransaction(this.#pool, (client) => trimChunk(tablesOn(client), before));
      total += deleted;
      if (deleted < trimmedAtOnce) {
        return total;
      }
    }
  }
}

/** Of one conversation only the oldest unfinished delivery may be taken; the others wait behind it. */
async function lease(
  tables: Tables,
  self: string,
  now: number,
  { limit, perChannel, busyChannels }: Parameters<DeliveryQueue['claim']>[1]
): Promise<string[]> {
  const at = new Date(now);
  // What was written or taken on in the future was so before the clock was set back: it must not wait for that long.
  const isDue = sql`d.status in ('waiting', 'sending')
    and (d.next_attempt_at <= ${at} or (d.attempts = 0 and ${isOfAnotherClock(sql`d.created_at`, instantOf(now))})
      or ${isOfAnotherClock(sql`d.next_attempt_at`, instantOf(now + longestWish))})
    and ${isFree(sql`d.leased_until`, now, instantOf(now + deliveryLeaseMs))}`;
  const { rows } = await sql<{ id: string }>`
    update notification_deliveries set status = 'sending', attempts = attempts + 1, leased_by = ${self},
      leased_until = ${new Date(now + deliveryLeaseMs)}
    where id in (
      select d.id from notification_deliveries d where ${isDue} and d.id = any(array(
        select id from (
          select d.id, d.next_attempt_at, d.sequence,
            row_number() over (partition by d.channel_id order by d.next_attempt_at, d.sequence) as place
          from notification_deliveries d
          where ${isDue} and (d.channel_id is null or d.channel_id <> all(${[...busyChannels]}::uuid[]))
            and not exists (select from notification_deliveries earlier
              where earlier.conversation = d.conversation and earlier.sequence < d.sequence
                and earlier.status in ('waiting', 'sending'))
        ) due where place <= ${perChannel} order by next_attempt_at, sequence limit ${limit}))
      for update skip locked)
    returning id`.execute(tables);
  return rows.map(({ id }) => id);
}

/** Notes that attempts begin, and of earlier ones that nobody will say how they went. */
async function beginAttempts(tables: Tables, ids: readonly string[], now: number): Promise<ClaimedRow[]> {
  const at = new Date(now);
  await sql`update notification_attempts set finished_at = ${at}, outcome = 'unknown',
      answer = 'The process that sent it ended before it could note how that went'
    where delivery_id = any(${[...ids]}::uuid[]) and outcome is null`.execute(tables);
  await sql`insert into notification_attempts (org_id, delivery_id, number, started_at)
    select org_id, id, attempts, ${at}::timestamptz from notification_deliveries where id = any(${[...ids]}::uuid[])`.execute(
    tables
  );
  const { rows } = await sql<ClaimedRow>`
    select c.kind, c.settings, c.sealed_secrets, d.*, case when d.may_have_arrived then
        (select receipt from notification_deliveries r where r.channel_id = d.channel_id and r.receipt is not null
          order by r.sequence desc limit 1) end as latest
    from (
      select d.id, d.org_id, d.channel_id, d.channel_name, d.message, d.attempts, d.gives_up_at, d.sequence,
        (select receipt from notification_deliveries r where r.conversation = d.conversation and r.receipt is not null
          order by r.sequence limit 1) as root,
        (select min(started_at) from notification_attempts a where a.delivery_id = d.id) as first_attempt_at,
        exists (select from notification_attempts a where a.delivery_id = d.id and a.outcome = 'unknown')
          as may_have_arrived
      from notification_deliveries d where d.id = any(${[...ids]}::uuid[])
    ) d left join notification_channels c on c.id = d.channel_id
    order by d.sequence`.execute(tables);
  return rows;
}

/** Attempts go with their deliveries, which lie in the order of their beginnings: their ids sort by time. */
async function trimChunk(tables: Tables, before: number): Promise<number> {
  const first = uuidV7(before, (size) => Buffer.alloc(size));
  const { rows } = await sql<{ count: number }>`
    with gone as (
      delete from notification_deliveries where id = any(array(
        select id from notification_deliveries where id < ${first} and finished_at is not null
        order by id limit ${trimmedAtOnce})) returning id),
    attempts as (delete from notification_attempts where delivery_id in (select id from gone))
    select count(*)::int as count from gone`.execute(tables);
  return rows[0]?.count ?? 0;
}
