import type { ClaimedDelivery } from '../../domain/alerting/deliveries/DeliveryQueue';
import { day, hour, minute, second } from '../../lib/duration';
import { ada, pages, stranger } from '../alerting/testing/alertStory';
import { withOrganisation } from '../connections/withOrganisation';
import { forEachDatabase } from '../testing/forEachDatabase';
import { outboxStory } from './testing/outboxStory';

forEachDatabase('what is told of alerts', (db) => {
  const { clock, store, other, create, claimOne, evaluate, onlyInstance, instances, claim, finish, sent, log } =
    outboxStory(db);
  const everywhere = { notification_channels: ['mail', 'bot', 'hook'] };
  // What a test leaves unfinished comes back once its lease is over.
  afterEach(async () => {
    await clock.advance(hour);
    await sent();
  });

  it('is written with the transition, one message for all that opened, and once', async () => {
    await create(everywhere);
    await evaluate(pages({ '/a': 3000, '/b': 3000 }));
    expect(await sent()).toEqual(['bot opened: /a /b', 'hook opened: /a /b', 'mail opened: /a /b']);
    await evaluate(pages({ '/a': 3000, '/b': 3000 }));
    expect(await sent()).toEqual([]);
  });

  it('is not written where the evaluation is not believed', async () => {
    const made = await create(everywhere);
    const due = await claimOne();
    await store().alertRules.update(ada, made.id, { description: 'changed' });
    await store().alertEvaluations.keep(due, { finding: pages({ '/a': 3000 }), at: clock.now(), durationMs: 1 });
    expect(await sent()).toEqual([]);
  });

  it('waits for the cooldown where more instances open, then goes as one', async () => {
    await create({ notification_channels: ['mail'], cooldown_minutes: 10 });
    await evaluate(pages({ '/a': 3000 }));
    await evaluate(pages({ '/a': 3000, '/b': 3000 }));
    await evaluate(pages({ '/a': 3000, '/b': 3000, '/c': 3000 }));
    expect(await sent()).toEqual(['mail opened: /a']);
    await clock.advance(6 * minute);
    expect(await sent()).toEqual([]);
    await clock.advance(minute);
    // Nobody evaluates: what waits goes out by itself, from whichever process looks.
    expect(await other().notices.settleNext(clock.now())).toBe(true);
    expect(await store().notices.settleNext(clock.now())).toBe(false);
    expect(await sent()).toEqual(['mail opened: /b /c']);
  });

  it('reminds, but not of what somebody has taken on', async () => {
    await create({ notification_channels: ['mail'], reminder_minutes: 2 });
    await evaluate(pages({ '/a': 3000 }));
    await sent();
    await evaluate(pages({ '/a': 3000 }));
    await evaluate(pages({ '/a': 3000 }));
    expect(await sent()).toEqual(['mail reminder: /a']);
    await store().alertInstances.acknowledge(ada, (await onlyInstance()).id, {});
    await clock.advance(hour);
    await evaluate(pages({ '/a': 3000 }));
    expect(await sent()).toEqual(['mail acknowledged: /a']);
  });

  it.each([
    ['switched off', (id: string) => store().alertRules.update(ada, id, { enabled: false })],
    ['deleted', (id: string) => store().alertRules.delete(ada, id)],
  ])('is one message where a rule is %s', async (_what, change) => {
    const made = await create({ notification_channels: ['mail'] });
    await evaluate(pages({ '/a': 3000, '/b': 3000, '/c': 3000 }));
    await sent();
    await change(made.id);
    const [delivery] = await claim();
    expect(delivery?.message).toMatchObject({ kind: 'resolved', count: 3, actor: 'ada' });
    expect(delivery?.message.instances.map(({ status }) => status)).toEqual(['resolved', 'resolved', 'resolved']);
  });

  it('is one conversation: what follows names the beginning, and a message that is edited is shown as it is now', async () => {
    await create({ notification_channels: ['mail', 'bot'] });
    await evaluate(pages({ '/a': 3000, '/b': 3000 }));
    const opening = await claim();
    for (const delivery of opening) {
      await finish(delivery, delivery.channelName === 'bot' ? { ts: '17.4', channel: 'C1' } : undefined);
    }
    const first = (name: string) => opening.find(({ channelName }) => channelName === name);
    await evaluate(pages({ '/a': 100, '/b': 3000 }));
    const ends = await claim();
    const mail = ends.find(({ channelName }) => channelName === 'mail');
    expect(mail?.message).toMatchObject({ references: [first('mail')?.id], topic: first('mail')?.message.topic });
    const bot = ends.find(({ channelName }) => channelName === 'bot');
    expect(bot?.root).toEqual({ ts: '17.4', channel: 'C1' });
    const standing = bot?.message.standing?.instances.map(({ labels, status }) => [labels.page_path, status]);
    expect(standing).toEqual([
      ['/a', 'resolved'],
      ['/b', 'active'],
    ]);
    await Promise.all(ends.map((each) => finish(each)));
  });

  it('still reaches a channel that the rule has left, where that was told of the beginning', async () => {
    const made = await create({ notification_channels: ['bot'] });
    await evaluate(pages({ '/a': 3000 }));
    await sent();
    await store().alertRules.update(ada, made.id, { notification_channels: ['mail'] });
    await evaluate(pages({ '/a': 100 }));
    expect(await sent()).toEqual(['bot resolved: /a']);
  });

  it('fails at once, and says why, where a rule names a channel that there is not', async () => {
    const made = await create({ notification_channels: ['pager'] });
    await evaluate(pages({ '/a': 3000 }));
    expect((await log())[0]).toMatchObject({
      ...{ alert_rule_id: made.id, channel_name: 'pager', channel_id: null, status: 'failed', attempts: [] },
      ...{ next_attempt_at: null, answer: 'There is no channel named "pager". Create it, or take it out of the rule' },
    });
    expect(await sent()).toEqual([]);
  });

  describe('deliveries', () => {
    it('go to one process each, also when several ask at once', async () => {
      await create(everywhere);
      await evaluate(pages({ '/a': 3000 }));
      const claims = await Promise.all([store(), other(), store(), other()].map((each) => claim(each)));
      expect(claims.flat()).toHaveLength(3);
      await Promise.all(claims.flat().map((each) => finish(each)));
    });

    it('of one conversation go in their order, the second after the first is done', async () => {
      await create({ notification_channels: ['mail'] });
      await evaluate(pages({ '/a': 3000 }));
      await evaluate(pages({ '/a': 100 }));
      const [first, ...more] = await claim();
      expect([first?.message.kind, more]).toEqual(['opened', []]);
      expect(await claim(other())).toEqual([]);
      if (first !== undefined) {
        await finish(first);
      }
      const [second] = await claim();
      expect(second?.message.kind).toBe('resolved');
    });

    it('of a process that is gone come back, and say that they may have arrived', async () => {
      await create({ notification_channels: ['mail'] });
      await evaluate(pages({ '/a': 3000 }));
      const [lost] = await claim(other());
      expect(lost).toMatchObject({ attempt: 1, mayHaveArrived: false });
      await clock.advance(19 * second);
      expect(await claim()).toEqual([]);
      await clock.advance(second);
      const [again] = await claim();
      expect(again).toMatchObject({ id: lost?.id, attempt: 2, mayHaveArrived: true });
      if (lost === undefined || again === undefined) {
        throw new Error('nothing was claimed');
      }
      // The lost one turns up again: what it found is noted, but it no longer decides.
      const failed = { status: 'failed' as const, answer: 'late' };
      await other().deliveryQueue.finish(lost, 'refused', failed, clock.now());
      expect((await log())[0]).toMatchObject({ status: 'sending', attempts: [{ answer: 'late' }, { outcome: null }] });
      await finish(again);
      expect((await log())[0]).toMatchObject({ status: 'sent', answer: 'ok', attempt_count: 2 });
    });

    it('that may have arrived say what the latest message of their channel was called, for that tells where to look', async () => {
      await create({ notification_channels: ['bot'] });
      await evaluate(pages({ '/a': 3000 }));
      await sent();
      await create({ notification_channels: ['bot'] });
      await evaluate(pages({ '/b': 3000 }));
      const [lost] = await claim(other());
      expect(lost).toMatchObject({ root: null, latest: null });
      await clock.advance(20 * second);
      const [again] = await claim();
      expect(again).toMatchObject({ id: lost?.id, root: null, latest: { ts: expect.any(String) } });
    });

    it('do not wait for a clock that was set back by a day', async () => {
      await create({ notification_channels: ['mail'] });
      await evaluate(pages({ '/a': 3000 }));
      const early = { limit: 9, perChannel: 9, busyChannels: [] };
      const before = clock.now() - day;
      const [first] = await store().deliveryQueue.claim(before, early);
      expect(first).toMatchObject({ attempt: 1 });
      expect(await other().deliveryQueue.claim(before, early)).toEqual([]);
      const later = { status: 'waiting' as const, answer: '451', nextAttemptAt: before + 5 * second };
      await store().deliveryQueue.finish(first as ClaimedDelivery, 'retry', later, before);
      expect(await store().deliveryQueue.claim(before, early)).toEqual([]);
      expect(await store().deliveryQueue.claim(before + 5 * second, early)).toHaveLength(1);
    });

    it('wait as long as they were told, and those of a held channel with them', async () => {
      await create({ notification_channels: ['mail'] });
      await evaluate(pages({ '/a': 3000, '/b': 3000 }));
      const [delivery] = await claim();
      if (delivery === undefined || delivery.channelId === null) {
        throw new Error('nothing was claimed');
      }
      const step = { status: 'waiting' as const, answer: '429', nextAttemptAt: clock.now() + minute };
      await store().deliveryQueue.finish(delivery, 'retry', step, clock.now());
      await evaluate(pages({ '/a': 3000, '/b': 3000, '/c': 3000 }));
      await store().deliveryQueue.holdChannel(delivery.channelId, clock.now() + minute);
      expect(await claim()).toEqual([]);
      await clock.advance(minute);
      expect(await claim()).toHaveLength(2);
    });

    it('leave room: a busy channel is left alone, and none takes more than its share', async () => {
      await create({ notification_channels: ['mail', 'hook'] });
      for (const page of ['/a', '/b', '/c']) {
        await evaluate(pages({ [page]: 3000 }));
      }
      const share = await store().deliveryQueue.claim(clock.now(), { limit: 10, perChannel: 2, busyChannels: [] });
      expect(share.map(({ channelName }) => channelName).toSorted()).toEqual(['hook', 'hook', 'mail', 'mail']);
      const busy = share.flatMap(({ channelId, channelName }) => (channelName === 'mail' && channelId) || []);
      expect((await claim(other(), busy)).map(({ channelName }) => channelName)).not.toContain('mail');
    });

    it('are seen by their own organisation, and found by what they are about', async () => {
      const made = await create({ notification_channels: ['mail', 'hook'] });
      await evaluate(pages({ '/a': 3000 }));
      const { id } = await onlyInstance();
      const nothing = { statuses: [], channel: undefined, ruleId: undefined, instanceId: undefined, cursor: undefined };
      const find = (more: object, who = ada) =>
        store()
          .deliveryLog.list(who, { ...nothing, limit: 100, ...more })
          .then(({ items }) => items.length);
      expect(await find({ ruleId: made.id })).toBe(2);
      expect(await find({ ruleId: made.id, channel: 'mail' })).toBe(1);
      expect(await find({ instanceId: id, statuses: ['waiting'] })).toBe(2);
      expect(await find({ instanceId: id, statuses: ['sent'] })).toBe(0);
      expect(await find({}, stranger)).toBe(0);
      const page = await store().deliveryLog.list(ada, { ...nothing, ruleId: made.id, limit: 1 });
      const next = { ...nothing, ruleId: made.id, limit: 1, cursor: page.next_cursor ?? undefined };
      expect((await store().deliveryLog.list(ada, next)).items).toHaveLength(1);
    });

    it('are counted while they wait, and deleted with their attempts when they are old', async () => {
      await create({ notification_channels: ['mail', 'pager'] });
      await evaluate(pages({ '/a': 3000 }));
      await clock.advance(minute);
      expect(await store().deliveryQueue.backlog(clock.now())).toEqual({ waiting: 1, oldestMs: 2 * minute });
      await sent();
      expect(await store().deliveryQueue.backlog(clock.now())).toEqual({ waiting: 0, oldestMs: 0 });
      expect(await store().deliveryQueue.trim(clock.now() - hour)).toBeGreaterThan(0);
      expect((await log()).map(({ channel_name: name }) => name).toSorted()).toEqual(['mail', 'pager']);
      expect(await store().deliveryQueue.trim(clock.now() + 1)).toBe(2);
      expect(await log()).toEqual([]);
    });

    it('hold no secret of their channel', async () => {
      await create(everywhere);
      await evaluate(pages({ '/a': 3000 }));
      const { rows } = await withOrganisation(store().pools.app, ada.orgId, (client) =>
        client.query('select d::text from notification_deliveries d')
      );
      expect(JSON.stringify(rows)).not.toContain('xoxb');
      expect(await instances()).toHaveLength(1);
    });
  });
});
