import { hour, minute, second } from '../../lib/duration';
import { ada, bob, pages } from '../alerting/testing/alertStory';
import { forEachDatabase } from '../testing/forEachDatabase';
import { outboxStory } from './testing/outboxStory';

forEachDatabase('what people did to alerts', (db) => {
  const { clock, store, create, evaluate, onlyInstance, instances, claim, finish, sent } = outboxStory(db);
  const everywhere = { notification_channels: ['mail', 'bot', 'hook'] };
  // What a test leaves unfinished comes back once its lease is over.
  afterEach(async () => {
    await clock.advance(hour);
    await sent();
  });

  it('says who has it to everybody who heard of the beginning, and what else people do to who shows it', async () => {
    await create(everywhere);
    await evaluate(pages({ '/a': 3000 }));
    await sent();
    const { id } = await onlyInstance();
    await store().alertInstances.acknowledge(ada, id, { comment: 'on it' });
    expect(await sent()).toEqual(['bot acknowledged: /a', 'hook acknowledged: /a']);
    // Where each message disturbs somebody it waits a moment for others of the same.
    await clock.advance(10 * second);
    expect(await sent()).toEqual(['mail acknowledged: /a']);
    await store().alertInstances.comment(bob, id, { comment: 'me too' });
    await store().alertInstances.assign(bob, id, { to: 'ada' });
    await store().alertInstances.unacknowledge(bob, id, {});
    expect(await sent()).toEqual([
      ...['bot assigned: /a', 'bot commented: /a', 'bot unacknowledged: /a'],
      ...['hook assigned: /a', 'hook commented: /a', 'hook unacknowledged: /a'],
    ]);
    await clock.advance(10 * second);
    expect(await sent()).toEqual(['mail unacknowledged: /a']);
    await evaluate(pages({ '/a': 100 }));
    expect(await sent()).toEqual(['bot resolved: /a', 'hook resolved: /a', 'mail resolved: /a']);
  });

  it('is one mail where one person does the same to many, and another one where it is not the same', async () => {
    await create({ notification_channels: ['mail'] });
    await evaluate(pages({ '/a': 3000, '/b': 3000, '/c': 3000 }));
    await sent();
    const [a, b, c] = (await instances()).toSorted((one, other) => one.title.localeCompare(other.title));
    const acknowledge = (who: typeof ada, id: string | undefined, comment: string) =>
      store().alertInstances.acknowledge(who, id ?? '', { comment });
    await acknowledge(ada, a?.id, 'on it');
    await acknowledge(ada, b?.id, 'on it');
    await acknowledge(bob, c?.id, 'mine');
    await store().alertInstances.unacknowledge(ada, a?.id ?? '', {});
    await acknowledge(ada, a?.id, 'on it');
    expect(await sent()).toEqual([]);
    await clock.advance(10 * second);
    const lines: string[] = [];
    for (let due = await claim(); due.length > 0; due = await claim()) {
      for (const delivery of due) {
        const { kind, actor, count, references } = delivery.message;
        lines.push(`${kind} by ${actor}: ${count}, after ${references.length}`);
        await finish(delivery);
      }
    }
    // In the order of the deeds: what was taken back and done again is not told the other way round.
    expect(lines).toEqual([
      ...['acknowledged by ada: 2, after 1', 'acknowledged by bob: 1, after 1'],
      ...['unacknowledged by ada: 1, after 1', 'acknowledged by ada: 1, after 1'],
    ]);
    await store().alertInstances.resolve(ada, a?.id ?? '', {});
    await store().alertInstances.resolve(ada, b?.id ?? '', {});
    await clock.advance(10 * second);
    expect(await sent()).toEqual(['mail resolved: /a /b']);
  });

  it('is told of acknowledgements by nobody who never heard of the beginning, or wants none', async () => {
    await store().channels.create(ada, {
      ...{ name: 'quiet', kind: 'email', settings: { to: ['q@shop.example'], tell_acknowledgements: false } },
    });
    // The rule that comes with a channel is not what this is about.
    for (const { id } of (await store().alertRules.list(ada, { limit: 100, cursor: undefined })).items) {
      await store().alertRules.delete(ada, id);
    }
    await create({ notification_channels: ['quiet', 'mail'], cooldown_minutes: 10 });
    await evaluate(pages({ '/a': 3000 }));
    await evaluate(pages({ '/a': 3000, '/b': 3000 }));
    expect(await sent()).toEqual(['mail opened: /a', 'quiet opened: /a']);
    for (const { id } of await instances()) {
      await store().alertInstances.acknowledge(ada, id, {});
    }
    await clock.advance(minute);
    expect(await sent()).toEqual(['mail acknowledged: /a']);
  });

  it('names who resolved and what they said', async () => {
    await create({ notification_channels: ['mail'] });
    await evaluate(pages({ '/a': 3000 }));
    await sent();
    await store().alertInstances.resolve(ada, (await onlyInstance()).id, { comment: 'rolled back' });
    await clock.advance(10 * second);
    const [delivery] = await claim();
    expect(delivery?.message).toMatchObject({ kind: 'resolved', actor: 'ada', comment: 'rolled back' });
  });
});
