import { summaryOf } from '../../domain/alerting/messages/describeMessage';
import type { InstanceLinks } from '../../domain/alerting/messages/InstanceLinks';
import type { NoticeMessage } from '../../domain/alerting/messages/NoticeMessage';

/** What a webhook is sent: the event, and everything about its instances that their page shows. */
export function webhookBody(
  id: string,
  message: NoticeMessage,
  links: InstanceLinks,
  origin: string
): Readonly<Record<string, unknown>> {
  const { kind, at, rule, actor, comment, count, instances } = message;
  return {
    version: 1,
    id,
    origin,
    event: kind,
    at,
    summary: summaryOf(message),
    actor,
    comment,
    rule: { ...rule, url: (rule.id !== null && links.rule(rule.id)) || null },
    count,
    instances: instances.map((instance) => ({ ...instance, url: links.instance(instance.id) ?? null })),
  };
}
