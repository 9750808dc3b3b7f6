import type { Severity } from '../../../../src/contract/entities/ErrorLog';
import { topicOf } from './describeMessage';
import type { NoticeMessage } from './NoticeMessage';
import { untouched } from './untouched';

/** What a test sends: it says in every line that it is one. `id`: of the rule, null where a channel alone is tried. */
export function sampleMessage(
  rule: { id: string | null; name: string; severity: Severity },
  at: string,
  actor: string
): NoticeMessage {
  const list = {
    count: 1,
    instances: [
      {
        id: '00000000-0000-4000-8000-000000000000',
        title: `Test: ${rule.name}`,
        message: `${actor} has sent this to see whether it arrives. Nothing is wrong.`,
        severity: rule.severity,
        status: 'active' as const,
        labels: { test: 'true' },
        last_value: null,
        limit: null,
        created_at: at,
        ...untouched,
      },
    ],
  };
  const message = { kind: 'test' as const, at, rule, actor, comment: null, references: [], standing: null, ...list };
  return { ...message, topic: topicOf(message) };
}
