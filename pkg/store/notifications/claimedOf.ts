import type { ChannelKind } from '../../../src/contract/alerting/channelSettings';
import { ChannelProblem } from '../../domain/alerting/channels/ChannelProblem';
import { readSettings } from '../../domain/alerting/channels/readSettings';
import type { ClaimedDelivery } from '../../domain/alerting/deliveries/DeliveryQueue';
import type { Receipt } from '../../domain/alerting/deliveries/Sender';
import type { NoticeMessage } from '../../domain/alerting/messages/NoticeMessage';
import type { IdentityKeys } from '../../domain/ingest/IdentityKeys';
import { CannotOpen } from '../secrets/seal';
import { openSecrets } from './sealSecrets';

/** What of a channel must be read to send to it. */
export interface ChannelToOpen {
  kind: ChannelKind;
  settings: Record<string, unknown>;
  sealed_secrets: Buffer | null;
}

/** A delivery that was taken on, with its channel as the database gives it: all null where that was deleted. */
export interface ClaimedRow {
  id: string;
  org_id: string;
  channel_id: string | null;
  channel_name: string;
  message: NoticeMessage;
  attempts: number;
  gives_up_at: Date;
  root: Receipt | null;
  first_attempt_at: Date;
  may_have_arrived: boolean;
  latest: Receipt | null;
  kind: ChannelKind | null;
  settings: Record<string, unknown> | null;
  sealed_secrets: Buffer | null;
}

/** A delivery as its sender needs it, with the secrets of its channel. */
export async function claimedOf(
  row: ClaimedRow,
  keys: Pick<IdentityKeys, 'organisationKey'>
): Promise<ClaimedDelivery> {
  const orgId = Number(row.org_id);
  return {
    id: row.id,
    orgId,
    channelId: row.channel_id,
    channelName: row.channel_name,
    message: row.message,
    root: row.root,
    attempt: row.attempts,
    mayHaveArrived: row.may_have_arrived,
    latest: row.latest,
    firstAttemptAt: row.first_attempt_at.getTime(),
    givesUpAt: row.gives_up_at.getTime(),
    channel: channelOf(row, await keys.organisationKey(orgId)),
  };
}

function channelOf(
  { channel_id: id, kind, settings, sealed_secrets }: ClaimedRow,
  key: Buffer
): ClaimedDelivery['channel'] {
  if (id === null || kind === null || settings === null) {
    return { problem: 'The channel was deleted' };
  }
  try {
    return readSettings(kind, { ...settings, ...openSecrets(key, id, sealed_secrets) });
  } catch (error) {
    if (error instanceof ChannelProblem) {
      return { problem: `The channel's settings cannot be used: ${error.message}` };
    }
    if (error instanceof CannotOpen) {
      return { problem: "The channel's secrets were sealed with another encryption key: enter them again" };
    }
    throw error;
  }
}
