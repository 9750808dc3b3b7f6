import type { AlertHistoryEntry } from '../../../contract/resources/alertInstances';
import type { NotificationDelivery } from '../../../contract/resources/notificationDeliveries';
import { timelineOf } from './timelineOf';

const entry = (kind: string, more: Partial<AlertHistoryEntry> = {}): AlertHistoryEntry => ({
  at: '2026-11-23T10:00:00.000Z',
  actor: null,
  kind,
  comment: null,
  details: {},
  ...more,
});
const delivery = (more: Partial<NotificationDelivery>): NotificationDelivery => ({
  id: 'd',
  kind: 'opened',
  status: 'sent',
  alert_rule_id: 'rule',
  rule_name: 'LCP is poor',
  channel_id: 'c',
  channel_name: 'on-call',
  channel_kind: 'email',
  instance_ids: ['one'],
  summary: '',
  created_at: '2026-11-23T10:00:01.000Z',
  next_attempt_at: null,
  gives_up_at: '2026-11-23T11:00:00.000Z',
  finished_at: '2026-11-23T10:00:02.000Z',
  answer: null,
  attempt_count: 1,
  attempts: [],
  ...more,
});
const texts = (history: AlertHistoryEntry[], deliveries: NotificationDelivery[] = []) =>
  timelineOf(history, deliveries, 'ms').map(({ text }) => text);

describe('the timeline of an alert', () => {
  it('has transitions, comments and deliveries in one column, the newest first', () => {
    expect(
      texts(
        [
          entry('opened', { details: { value: 3100 } }),
          entry('acknowledged', { at: '2026-11-23T10:00:05.000Z', actor: 'jane', comment: 'on it' }),
          entry('resolved', { at: '2026-11-23T10:20:00.000Z', details: { reason: 'recovered', value: 1200 } }),
        ],
        [delivery({})]
      )
    ).toEqual(['It recovered at 1.2 s', 'jane acknowledged it', 'Told on-call (opened)', 'It opened at 3.1 s']);
  });

  it('keeps the order of what happened in the same instant', () => {
    expect(texts([entry('opened'), entry('assigned', { actor: 'jane', details: { to: 'joe' } })])).toEqual([
      'jane assigned it to joe',
      'It opened',
    ]);
  });

  it.each([
    [entry('assigned', { actor: 'jane', details: { to: 'jane' } }), 'jane took it'],
    [entry('assigned', { actor: 'jane', details: { to: null } }), 'jane assigned it to nobody'],
    [entry('unacknowledged', { actor: 'jane' }), 'jane no longer has it'],
    [entry('acknowledgement expired'), 'The acknowledgement ended: it is active again'],
    [entry('commented', { actor: 'jane', comment: 'x' }), 'jane commented'],
    [entry('resolved', { actor: 'jane', details: { reason: 'by hand' } }), 'jane resolved it'],
    [entry('resolved', { details: { reason: 'rule deleted' } }), 'Its rule was deleted'],
    [entry('resolved', { details: { reason: 'of another version' } }), 'It ended'],
    [entry('reminder', { details: { value: 3100 } }), 'It still fires at 3.1 s: a reminder was due'],
    [entry('something new'), 'something new'],
  ])('tells %j', (line, text) => {
    expect(texts([line])).toEqual([text]);
  });

  it('says why a message did not arrive, and when it is tried again', () => {
    const failed = delivery({ status: 'failed', attempt_count: 6, answer: '550 no such user' });
    expect(timelineOf([], [failed], undefined)).toMatchObject([
      { kind: 'not sent', text: 'Could not tell on-call (opened) in 6 attempts', comment: '550 no such user' },
    ]);
    const waiting = delivery({
      status: 'waiting',
      finished_at: null,
      attempt_count: 1,
      next_attempt_at: '2026-11-23T10:05:00.000Z',
    });
    expect(texts([], [waiting])).toEqual([
      'A message to on-call (opened) waits after 1 attempt, next attempt 10:05 UTC',
    ]);
    expect(texts([], [delivery({ status: 'sending', finished_at: null, attempt_count: 0 })])).toEqual([
      'A message to on-call (opened) waits',
    ]);
  });
});
