import { sql } from 'kysely';
import type { ChannelKind } from '../../../src/contract/alerting/channelSettings';
import type { DeliveryKind } from '../../../src/contract/alerting/deliveryWords';
import { channelTraits, type ChannelForm } from '../../domain/alerting/channels/channelTraits';
import { patienceMs } from '../../domain/alerting/deliveries/nextStep';
import { planDeliveries, type Conversation } from '../../domain/alerting/deliveries/planDeliveries';
import { summaryOf, topicOf } from '../../domain/alerting/messages/describeMessage';
import type { NoticeMessage } from '../../domain/alerting/messages/NoticeMessage';
import { second } from '../../lib/duration';
import { uuidV7 } from '../../lib/uuidV7';
import type { Tables } from '../connections/withTables';
import type { RuleRow } from '../alerting/ruleOf';
import { noticeInstances } from './noticeInstances';

/** How long a message about a deed waits for others of the same. */
const gatheringMs = 10 * second;

/** Something to tell of instances of one rule. */
export interface TellableEvent {
  kind: DeliveryKind;
  instances: readonly string[];
  actor: string | null;
  comment: string | null;
  /** A person may do the same to others this moment: where messages disturb, they are told of together. */
  isDeed?: boolean;
}

interface FoundChannel {
  id: string;
  name: string;
  kind: ChannelKind;
  stored_secrets: string[];
  settings: Record<string, unknown>;
}

/** Writes what happened as deliveries to the channels that it concerns, in the transaction in which it happened. */
export async function writeDeliveries(tables: Tables, rule: RuleRow, event: TellableEvent, now: number): Promise<void> {
  const conversations = await readConversations(tables, event.instances);
  const channels = await readChannels(tables, rule, conversations);
  const about = await noticeInstances(tables, event.instances);
  const planned = planDeliveries(
    event.kind,
    event.instances,
    channels.map((channel) => ({
      ...formOf(channel),
      id: channel.id,
      isNamed: rule.notification_channels.includes(channel.name),
    })),
    conversations
  );
  const base = {
    kind: event.kind,
    at: new Date(now).toISOString(),
    rule: { id: rule.id, name: rule.name, severity: rule.severity },
    actor: event.actor,
    comment: event.comment,
  };
  for (const { channelId, instances: own, conversations: talks } of planned) {
    const channel = channels.find(({ id }) => id === channelId);
    const [first, ...others] = talks;
    const gathers =
      event.isDeed === true && others.length === 0 && channel && channelTraits(formOf(channel)).gathersDeeds;
    const waiting = gathers && first ? await findGathered(tables, first.id, event) : undefined;
    const instances = [...new Set([...(waiting?.instance_ids ?? []), ...own])];
    const isAll = instances.length === event.instances.length;
    const list = isAll ? about : await noticeInstances(tables, instances);
    const standing = first && (await noticeInstances(tables, first.instances));
    const message: NoticeMessage = {
      ...base,
      ...list,
      references: talks.map(({ id }) => id),
      topic: first?.topic ?? topicOf({ ...base, ...list }),
      standing: standing ?? null,
    };
    if (waiting === undefined) {
      const dueAt = gathers ? now + gatheringMs : now;
      await insertDelivery(tables, rule, { channel, message, instances, conversation: first?.id, dueAt }, now);
    } else {
      await sql`update notification_deliveries set instance_ids = ${instances}::uuid[], summary = ${summaryOf(message)},
        message = ${JSON.stringify(message)} where id = ${waiting.id}`.execute(tables);
    }
  }
  if (event.kind === 'opened') {
    const unknown = rule.notification_channels.filter((name) => !channels.some((channel) => channel.name === name));
    const message = { ...base, ...about, references: [], topic: topicOf({ ...base, ...about }), standing: null };
    for (const name of new Set(unknown)) {
      await insertDelivery(tables, rule, { missing: name, message, instances: event.instances }, now);
    }
  }
}

interface NewDelivery {
  channel?: FoundChannel | undefined;
  /** The name of a channel that does not exist: the delivery fails as it is written, so that the log says it. */
  missing?: string;
  message: NoticeMessage;
  instances: readonly string[];
  conversation?: string | undefined;
  /** Epoch milliseconds; unless given: now. */
  dueAt?: number;
}

async function insertDelivery(
  tables: Tables,
  rule: RuleRow,
  { channel, missing, message, instances, conversation, dueAt }: NewDelivery,
  now: number
): Promise<void> {
  const id = uuidV7(now);
  const at = new Date(now);
  const isMissing = channel === undefined;
  const answer = isMissing
    ? `There is no channel named "${missing ?? ''}". Create it, or take it out of the rule`
    : null;
  await sql`insert into notification_deliveries (id, org_id, alert_rule_id, rule_name, channel_id, channel_name,
      channel_kind, kind, instance_ids, conversation, summary, message, status, created_at, next_attempt_at, gives_up_at,
      finished_at, answer)
    values (${id}, ${rule.org_id}, ${rule.id}, ${rule.name}, ${channel?.id ?? null}, ${channel?.name ?? missing ?? ''},
      ${channel?.kind ?? null}, ${message.kind}, ${[...instances]}::uuid[], ${conversation ?? id}, ${summaryOf(message)},
      ${JSON.stringify(message)}, ${isMissing ? 'failed' : 'waiting'}, ${at}, ${isMissing ? null : new Date(dueAt ?? now)},
      ${new Date(now + patienceMs)}, ${isMissing ? at : null}, ${answer})`.execute(tables);
}

/**
 * The message about the same deed of the same person that has not gone out yet. Only the latest of its conversation: a
 * message must not take over what happened after another.
 */
async function findGathered(
  tables: Tables,
  conversation: string,
  { kind, actor, comment }: TellableEvent
): Promise<{ id: string; instance_ids: string[] } | undefined> {
  const { rows } = await sql<{ id: string; instance_ids: string[]; is_same: boolean }>`
    select id, instance_ids, status = 'waiting' and attempts = 0 and kind = ${kind}
      and message ->> 'actor' is not distinct from ${actor}
      and message ->> 'comment' is not distinct from ${comment} as is_same
    from notification_deliveries where conversation = ${conversation} order by sequence desc limit 1
    for update`.execute(tables);
  return rows[0]?.is_same === true ? rows[0] : undefined;
}

function formOf({ kind, stored_secrets: storedSecrets, settings }: FoundChannel): ChannelForm {
  return { kind, storedSecrets, settings };
}

/** The rule's channels, and others that were told of these instances. */
async function readChannels(
  tables: Tables,
  rule: RuleRow,
  conversations: readonly Conversation[]
): Promise<FoundChannel[]> {
  const { rows } = await sql<FoundChannel>`select id, name, kind, stored_secrets, settings from notification_channels
    where org_id = ${rule.org_id} and (name = any(${rule.notification_channels}::text[])
      or id = any(${conversations.map(({ channelId }) => channelId)}::uuid[])) order by name`.execute(tables);
  return rows;
}

async function readConversations(tables: Tables, instances: readonly string[]): Promise<Conversation[]> {
  const { rows } = await sql<Conversation>`
    select id, channel_id as "channelId", instance_ids as instances, message->>'topic' as topic
    from notification_deliveries
    where instance_ids && ${[...instances]}::uuid[] and conversation = id and channel_id is not null
    order by sequence`.execute(tables);
  return rows;
}
