import type { ClaimedDelivery, DeliveryQueue, DeliveryStep } from '../domain/alerting/deliveries/DeliveryQueue';
import type { Outgoing, Senders, SendResult } from '../domain/alerting/deliveries/Sender';
import { sampleMessage } from '../domain/alerting/messages/sampleMessage';
import { Bell } from '../lib/Bell';
import { minute, second } from '../lib/duration';
import { silentLogger } from '../lib/Logger';
import { manualClock } from '../lib/testing/manualClock';
import { DeliveryJob } from './deliveries';

const message = sampleMessage({ id: null, name: 'x', severity: 'low' }, '2026-11-23T09:00:00.000Z', 'ada');

const delivery = (id: string, more: Partial<ClaimedDelivery> = {}): ClaimedDelivery => ({
  ...{
    id,
    orgId: 1,
    message,
    root: null,
    mayHaveArrived: false,
    firstAttemptAt: 0,
    channelId: 'c1',
    channelName: 'mail',
  },
  ...{ attempt: 1, givesUpAt: Infinity, channel: { kind: 'email', settings: { to: ['a@b.example'] } } },
  ...more,
});

/** A queue of some deliveries, and what became of them. */
function story(waiting: ClaimedDelivery[], send: (outgoing: Outgoing) => Promise<SendResult>) {
  const clock = manualClock();
  const finished: Array<[id: string, step: DeliveryStep]> = [];
  const held: Array<[id: string, until: number]> = [];
  const noted: string[] = [];
  const claims: object[] = [];
  const queue: DeliveryQueue = {
    claim: async (_now, limits) => {
      claims.push(limits);
      return waiting.splice(0, limits.limit);
    },
    finish: async ({ id }, _outcome, step) => void finished.push([id, step]),
    holdChannel: async (id, until) => void held.push([id, until - clock.now()]),
    backlog: async () => ({ waiting: 0, oldestMs: 0 }),
    trim: async () => 0,
  };
  const sender = { send };
  const senders: Senders = { email: sender, 'slack bot': sender, 'slack webhook': sender, webhook: sender };
  const job = new DeliveryJob({
    ...{ queue, senders, clock, logger: silentLogger, bell: new Bell(), random: () => 0 },
    noteAttempt: (kind, outcome) => void noted.push(`${kind} ${outcome}`),
  });
  return { clock, job, finished, held, noted, claims };
}

describe('the job that sends deliveries', () => {
  it('sends what is due and keeps what the provider said', async () => {
    const { job, finished, noted } = story([delivery('a')], async () => ({ outcome: 'sent', answer: '250 OK' }));
    await job.act();
    await job.drain();
    expect(finished).toEqual([['a', { status: 'sent', answer: '250 OK' }]]);
    expect(noted).toEqual(['email sent']);
  });

  it('does not let one that fails, or a fault of ours, cost the others theirs', async () => {
    const { job, finished } = story([delivery('a'), delivery('b')], ({ id }) =>
      id === 'a' ? Promise.reject(new TypeError('a fault')) : Promise.resolve({ outcome: 'sent', answer: 'ok' })
    );
    await job.act();
    await job.drain();
    expect(finished.map(([id, { status }]) => [id, status]).toSorted()).toEqual([
      ['a', 'waiting'],
      ['b', 'sent'],
    ]);
    expect(JSON.stringify(finished)).not.toContain('a fault');
  });

  it('takes on no more than it has room for, and none of a channel that is slow', async () => {
    const release: Array<() => void> = [];
    const many = Array.from({ length: 30 }, (_, index) => delivery(String(index)));
    const { job, finished, claims } = story(
      many,
      () => new Promise((resolve) => release.push(() => resolve({ outcome: 'sent', answer: 'ok' })))
    );
    await job.act();
    await job.act();
    expect([release.length, finished.length]).toEqual([16, 0]);
    expect(claims).toEqual([{ limit: 16, perChannel: 2, busyChannels: [] }]);
    release.slice(0, 3).forEach((each) => each());
    await new Promise(setImmediate);
    await job.act();
    expect(claims.at(-1)).toEqual({ limit: 3, perChannel: 2, busyChannels: ['c1'] });
    release.forEach((each) => each());
    await job.drain();
    expect(finished).toHaveLength(19);
  });

  it('gives a channel that was deleted up at once', async () => {
    const send = jest.fn();
    const gone = delivery('a', { channel: { problem: 'The channel was deleted' } });
    const { job, finished, noted } = story([gone], send);
    await job.act();
    await job.drain();
    expect(finished).toEqual([['a', { status: 'failed', answer: 'The channel was deleted' }]]);
    expect([send.mock.calls, noted]).toEqual([[], ['none refused']]);
  });

  it.each([minute, second])(
    'holds a channel for as long as its provider asks, %d ms, whatever the pause of the delivery',
    async (retryAfterMs) => {
      const late = delivery('a', { attempt: 5 });
      const { job, held } = story([late], async () => ({ outcome: 'retry', answer: '429', retryAfterMs }));
      await job.act();
      await job.drain();
      expect(held).toEqual([['c1', retryAfterMs]]);
    }
  );

  it('says of what it gives up that it did', async () => {
    const last = delivery('a', { givesUpAt: 0, attempt: 7 });
    const { job, finished, noted } = story([last], async () => ({ outcome: 'retry', answer: '451' }));
    await job.act();
    await job.drain();
    expect(finished[0]?.[1]).toEqual({ status: 'failed', answer: 'Given up after 7 attempts. The last one: 451' });
    expect(noted).toEqual(['email given up']);
  });
});
