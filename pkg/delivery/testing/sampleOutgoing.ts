import type { Outgoing } from '../../domain/alerting/deliveries/Sender';
import { topicOf } from '../../domain/alerting/messages/describeMessage';
import type { NoticeInstance, NoticeMessage } from '../../domain/alerting/messages/NoticeMessage';
import { untouched } from '../../domain/alerting/messages/untouched';

const at = '2026-11-23T03:00:00.000Z';
export const deliveryId = '019abcde-0000-7000-8000-000000000001';

export const sampleInstance = (more: Partial<NoticeInstance> = {}): NoticeInstance => ({
  id: '019abcde-0000-7000-8000-0000000000a1',
  title: 'LCP is poor (page_path /cart)',
  message: 'P75 of LCP: 3 s, limit 2.5 s.',
  severity: 'high',
  status: 'active',
  labels: { page_path: '/cart' },
  last_value: 3000,
  limit: 2500,
  unit: 'ms',
  created_at: at,
  ...untouched,
  ...more,
});

export function sampleNotice(more: Partial<NoticeMessage> = {}): NoticeMessage {
  const instances = more.instances ?? [sampleInstance()];
  const message = {
    kind: 'opened' as const,
    at,
    rule: { id: '019abcde-0000-7000-8000-0000000000f1', name: 'LCP is poor', severity: 'high' as const },
    actor: null,
    comment: null,
    references: [],
    standing: null,
    instances,
    count: instances.length,
    ...more,
  };
  return { ...message, topic: more.topic ?? topicOf(message) };
}

export const outgoing = (message: Partial<NoticeMessage> = {}, more: Partial<Outgoing> = {}): Outgoing => ({
  id: deliveryId,
  orgId: 1,
  message: sampleNotice(message),
  root: null,
  mayHaveArrived: false,
  firstAttemptAt: Date.parse(at),
  ...more,
});
