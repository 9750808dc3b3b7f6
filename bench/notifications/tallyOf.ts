import type { FakeMailServer } from '../../pkg/delivery/testing/FakeMailServer';
import type { FakeSlack } from '../../pkg/delivery/testing/FakeSlack';

/** What should have arrived and what has, by what each message is about. */
export interface Tally {
  expected: number;
  once: number;
  missing: string[];
  twice: string[];
}

/** Counts what two providers took: of every alert an opening and an end, by mail and in Slack. */
export function tallyOf(alerts: readonly string[], mails: FakeMailServer, slack: FakeSlack): Tally {
  const counts = new Map<string, number>(
    alerts
      .flatMap((name) => ['mail', 'slack'].flatMap((to) => [`${to} opened ${name}`, `${to} resolved ${name}`]))
      .map((key) => [key, 0])
  );
  const count = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { text = '' } of mails.mails) {
    const [headline = ''] = text.split('\n');
    count(`mail ${headline.startsWith('Resolved') ? 'resolved' : 'opened'} ${nameIn(headline)}`);
  }
  const roots = new Map(slack.roots().map((message) => [message.ts, nameIn(message.text)]));
  // An opening is edited until it says how it ended: what was posted counts, not what it says now.
  roots.forEach((name) => count(`slack opened ${name}`));
  for (const { thread_ts: root } of slack.messages) {
    if (root !== undefined) {
      count(`slack resolved ${roots.get(root) ?? '?'}`);
    }
  }
  const wrong = (isWrong: (times: number) => boolean): string[] =>
    [...counts].filter(([, times]) => isWrong(times)).map(([key]) => key);
  return {
    expected: alerts.length * 4,
    once: wrong((times) => times === 1).length,
    missing: wrong((times) => times === 0),
    twice: wrong((times) => times > 1),
  };
}

function nameIn(text: string): string {
  return /alert \d+/.exec(text)?.[0] ?? '?';
}
