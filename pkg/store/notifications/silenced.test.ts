import { hour, minute, second } from '../../lib/duration';
import { ada, pages } from '../alerting/testing/alertStory';
import { forEachDatabase } from '../testing/forEachDatabase';
import { outboxStory } from './testing/outboxStory';

forEachDatabase('what is told of silenced alerts', (db) => {
  const { clock, store, create, evaluate, onlyInstance, instances, sent, kinds } = outboxStory(db);
  const toMail = { notification_channels: ['mail'] };
  const silence = async (more: object = {}) =>
    store().silences.create(ada, {
      comment: 'known',
      matchers: [{ name: 'page_path', operator: '=~', value: '/a|/b' }],
      ends_at: new Date(clock.now() + hour).toISOString(),
      ...more,
    });
  afterEach(async () => {
    for (const { id } of (await store().silences.list(ada, { statuses: [], limit: 100, cursor: undefined })).items) {
      await store().silences.delete(ada, id);
    }
    await clock.advance(hour);
    await sent();
  });

  it('waits until the silence ends, and is then one message about what still fires', async () => {
    await create(toMail);
    await silence();
    await evaluate(pages({ '/a': 3000, '/b': 3000, '/c': 3000 }));
    expect(await sent()).toEqual(['mail opened: /c']);
    expect((await instances()).map(({ status }) => status)).toEqual(['active', 'active', 'active']);
    await evaluate(pages({ '/a': 3000, '/b': 100, '/c': 3000 }));
    await clock.advance(30 * minute);
    expect(await sent()).toEqual([]);
    await clock.advance(30 * minute);
    expect(await sent()).toEqual(['mail opened: /a']);
  });

  it('is told at once where a person ends the silence before its time', async () => {
    await create(toMail);
    const { id } = await silence();
    await evaluate(pages({ '/a': 3000 }));
    expect(await sent()).toEqual([]);
    await store().silences.update(ada, id, { ends_at: new Date(clock.now()).toISOString() });
    await clock.advance(10 * second);
    expect(await sent()).toEqual(['mail opened: /a']);
  });

  it('holds back the end of what was told before, too', async () => {
    await create(toMail);
    await evaluate(pages({ '/a': 3000 }));
    expect(await sent()).toEqual(['mail opened: /a']);
    const { id } = await onlyInstance();
    await silence();
    await evaluate(pages({ '/a': 100 }));
    expect(await sent()).toEqual([]);
    expect(await kinds(id)).toEqual(['opened', 'resolved']);
    await clock.advance(hour);
    expect(await sent()).toEqual(['mail resolved: /a']);
  });

  it('waits for the end of a maintenance window of its service or its labels', async () => {
    await create({ ...toMail, labels: { service_name: 'api' } });
    const start = new Date(clock.now() - minute);
    const { id } = await store().maintenanceWindows.create(ada, {
      name: 'work',
      services: ['api'],
      time_zone: 'UTC',
      local_start: start.toISOString().slice(0, 16),
      duration_minutes: 20,
      repeat: { every: 'day' },
    });
    await evaluate(pages({ '/a': 3000 }));
    expect(await sent()).toEqual([]);
    expect((await onlyInstance()).silenced_by).toEqual({ kind: 'maintenance window', id, name: 'work' });
    await clock.advance(20 * minute);
    expect(await sent()).toEqual(['mail opened: /a']);
    await store().maintenanceWindows.delete(ada, id);
  });
});
