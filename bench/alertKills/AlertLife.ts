import type { AlertHistoryEntry, AlertInstanceDetail } from '../../src/contract/resources/alertInstances';
import type { AlertRuleDetail } from '../../src/contract/resources/alertRules';
import { sleep } from '../kill/Traffic';
import type { NotifiedServer } from '../notifications/NotifiedServer';

/** Seconds between two evaluations: longer than the lease of an evaluator that died. */
export const interval = 30;

const rule = {
  name: 'Checkout is broken',
  severity: 'high',
  condition_type: 'threshold',
  notification_channels: ['mail', 'slack'],
  keep_firing_minutes: 1,
  condition_config: {
    query: { kind: 'errors', calculation: 'count', groupBy: ['page_path'] },
    ...{ window_minutes: 4, operator: '>', value: 0, for_minutes: 1 },
    ...{ delay_seconds: 0, evaluation_interval_seconds: interval },
  },
};

/** What became of an alert, for comparing it with another's. */
export interface ToldLife {
  /** Kind and time, epoch milliseconds, in their order. */
  transitions: Array<{ kind: string; at: number }>;
  /** What each channel was told, once for each message however often that arrived, in the order of the first. */
  told: string[];
  /** Arrivals that were repetitions of the same message. */
  repeated: string[];
  /** Evaluations that nobody made, by the rule's own count. */
  missed: number;
}

/** One alert on one server, from the error to the end, step by step. */
export class AlertLife {
  readonly server: NotifiedServer;
  #ruleId = '';

  constructor(server: NotifiedServer) {
    this.server = server;
  }

  /** Creates the rule. Resolves once it was evaluated. */
  async begin(): Promise<void> {
    const { id } = await this.server.admin.call<AlertRuleDetail>('POST', '/alert-rules', rule);
    this.#ruleId = id;
    await this.until('the first evaluation', async () => (await this.#rule()).last_evaluation !== null);
  }

  /** Lets the rule be evaluated from an instant on (epoch milliseconds), in its beat. */
  async beatFrom(at: number): Promise<void> {
    await this.server.database.query('update alert_rules set next_evaluation_at = $2 where id = $1', [
      this.#ruleId,
      new Date(at),
    ]);
  }

  async breaks(at: number): Promise<void> {
    await this.server.collect(
      [{ type: 'TypeError', value: 'cart is undefined', timestamp: new Date(at).toISOString() }],
      '/cart'
    );
  }

  /** Waits until what the rule remembers of the label set has `field`: `pendingSince`, or of an open one `recoveringSince`. */
  remembers(field: 'pendingSince' | 'recoveringSince'): Promise<void> {
    const path = field === 'pendingSince' ? 'life' : `life -> 'open'`;
    return this.until(field, async () => {
      const { rows } = await this.server.database.query(
        `select 1 from alert_label_sets where alert_rule_id = $1 and ${path} ->> $2 is not null`,
        [this.#ruleId, field]
      );
      return rows.length > 0;
    });
  }

  async instance(): Promise<AlertInstanceDetail | undefined> {
    const { items } = await this.server.admin.call<{ items: AlertInstanceDetail[] }>(
      'GET',
      `/alert-instances?rule=${this.#ruleId}`
    );
    if (items.length > 1) {
      throw new Error(`there are ${items.length} alerts of one error`);
    }
    return items[0];
  }

  is(status: AlertInstanceDetail['status']): Promise<void> {
    return this.until(status, async () => (await this.instance())?.status === status);
  }

  async acknowledge(): Promise<void> {
    const found = await this.instance();
    await this.server.admin.call('POST', `/alert-instances/${found?.id}/acknowledge`, { comment: 'on it' });
  }

  /** Waits until nothing waits to be sent any more. */
  isQuiet(): Promise<void> {
    return this.until('the end of all deliveries', async () => {
      const { rows } = await this.server.database.query<{ waiting: number }>(
        `select count(*)::int as waiting from notification_deliveries where status in ('waiting', 'sending')`
      );
      return rows[0]?.waiting === 0;
    });
  }

  async told(): Promise<ToldLife> {
    const { mails, slack, admin } = this.server;
    const { items } = await admin.call<{ items: AlertHistoryEntry[] }>(
      'GET',
      `/alert-instances/${(await this.instance())?.id}/history`
    );
    const mailed = mails.mails.map(({ messageId = '', text = '' }) => ({
      id: messageId,
      what: `mail ${headline(text)}`,
    }));
    const posted = slack.messages.map(({ text, thread_ts, metadata }, index) => ({
      id: JSON.stringify(metadata ?? index),
      // The opening is edited until it says how it ended.
      what: thread_ts === undefined ? 'slack opening' : `slack ${headline(text)}`,
    }));
    const all = [...mailed, ...posted];
    const isFirst = ({ id }: { id: string }, index: number): boolean =>
      all.findIndex((other) => other.id === id) === index;
    return {
      transitions: items.map(({ kind, at }) => ({ kind, at: Date.parse(at) })),
      told: all.filter(isFirst).map(({ what }) => what),
      repeated: all.filter((one, index) => !isFirst(one, index)).map(({ what }) => what),
      missed: (await this.#rule()).missed_evaluations,
    };
  }

  /** Throws after five minutes. */
  async until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + 300_000;
    // A connection of before a kill answers nothing once.
    while (!(await holds().catch(() => false))) {
      if (Date.now() > end) {
        throw new Error(`waited in vain for ${what}`);
      }
      await sleep(50);
    }
  }

  #rule(): Promise<AlertRuleDetail> {
    return this.server.admin.call<AlertRuleDetail>('GET', `/alert-rules/${this.#ruleId}`);
  }
}

function headline(text: string): string {
  return text.split(/[:\n]/)[0] ?? '';
}
