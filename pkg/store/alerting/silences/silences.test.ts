import { VersionConflict } from '../../../domain/access/VersionConflict';
import { NameTaken } from '../../../domain/alerting/rules/AlertRuleRepository';
import { MuteProblem } from '../../../domain/alerting/silences/MuteProblem';
import { day, hour, minute } from '../../../lib/duration';
import { forEachDatabase } from '../../testing/forEachDatabase';
import { ada, alertStory, bob, pages, stranger } from '../testing/alertStory';

forEachDatabase('silences and maintenance windows in the database', (db) => {
  const { clock, store, create, evaluate, onlyInstance } = alertStory(db);
  const in_ = (ms: number) => new Date(clock.now() + ms).toISOString();
  const cart = [{ name: 'page_path', operator: '=' as const, value: '/cart' }];
  const silence = (more: object = {}) =>
    store().silences.create(ada, { comment: 'known', matchers: cart, ends_at: in_(hour), ...more });
  const window = (more: object = {}) =>
    store().maintenanceWindows.create(ada, {
      name: `window ${Math.trunc(clock.now())} ${(made += 1)}`,
      services: ['api'],
      time_zone: 'Europe/Berlin',
      local_start: '2026-11-30T02:00',
      duration_minutes: 120,
      ...more,
    });
  let made = 0;
  const all = { statuses: [], limit: 100, cursor: undefined };

  afterEach(async () => {
    for (const { id } of (await store().silences.list(ada, all)).items) {
      await store().silences.delete(ada, id);
    }
    for (const { id } of (await store().maintenanceWindows.list(ada, all)).items) {
      await store().maintenanceWindows.delete(ada, id);
    }
  });

  it('a silence is pending, then active, then expired, and is found by that', async () => {
    const { id } = await silence({ starts_at: in_(minute), ends_at: in_(hour) });
    const statusAfter = async (ms: number) => {
      await clock.advance(ms);
      return (await store().silences.get(ada, id))?.status;
    };
    expect([await statusAfter(0), await statusAfter(minute), await statusAfter(hour)]).toEqual([
      'pending',
      'active',
      'expired',
    ]);
    expect((await store().silences.list(ada, { ...all, statuses: ['active', 'pending'] })).items).toEqual([]);
    expect((await store().silences.list(ada, { ...all, statuses: ['expired'] })).items).toHaveLength(1);
  });

  it('a silence that ended long ago is deleted, of whichever organisation, and no other', async () => {
    const old = await silence({ ends_at: in_(hour) });
    const foreign = { comment: 'theirs', matchers: cart, ends_at: in_(hour) };
    const theirs = await store().silences.create(stranger, foreign);
    const longer = await silence({ ends_at: in_(3 * day) });
    expect(await store().oldSilences.forget(clock.now() + 365 * day)).toBe(0);
    expect(await store().oldSilences.forget(clock.now() + 366 * day + hour)).toBe(2);
    expect(await store().silences.get(ada, old.id)).toBeUndefined();
    expect(await store().silences.get(stranger, theirs.id)).toBeUndefined();
    expect(await store().silences.get(ada, longer.id)).toBeDefined();
  });

  it('an ended silence is kept for as long as its organisation says', async () => {
    const old = await silence({ ends_at: in_(hour) });
    const foreign = { comment: 'theirs', matchers: cart, ends_at: in_(hour) };
    const theirs = await store().silences.create(stranger, foreign);
    await store().retention.replace(ada, [{ data: 'silences', tier: 'raw', days: 7 }]);
    const kept = async () => (await store().retention.kept(ada)).find(({ data }) => data === 'silences');
    expect(await kept()).toMatchObject({ since: '2026-11-23', goes_on: '2026-12-01' });
    expect(await store().oldSilences.forget(clock.now() + 9 * day)).toBe(1);
    expect(await store().silences.get(ada, old.id)).toBeUndefined();
    expect(await store().silences.get(stranger, theirs.id)).toBeDefined();
    await store().retention.replace(ada, []);
  });

  it('a silence is changed and ended by people of its organisation, and stays as it was once it is over', async () => {
    const { id } = await silence();
    expect(await store().silences.update(stranger, id, { comment: 'x' })).toBeUndefined();
    expect(await store().silences.delete(stranger, id)).toBe(false);
    await store().silences.update(ada, id, { ends_at: in_(2 * hour), expected_version: 1 });
    await expect(store().silences.update(bob, id, { comment: 'x', expected_version: 1 })).rejects.toThrow(
      VersionConflict
    );
    await clock.advance(minute);
    expect(await store().silences.update(ada, id, { ends_at: in_(-1) })).toMatchObject({ status: 'expired' });
    await expect(store().silences.update(ada, id, { ends_at: in_(hour) })).rejects.toThrow(MuteProblem);
  });

  it.each([
    ['no matcher', { matchers: [] }, '"matchers"'],
    ['matchers that fit everything', { matchers: [{ name: 'team', operator: '!=', value: 'web' }] }, '"matchers"'],
    ['an expression that is none', { matchers: [{ name: 'a', operator: '=~', value: '(' }] }, '"matchers.0.value"'],
    ['an end in the past', { ends_at: '2001-01-01T00:00:00Z', starts_at: '2000-01-01T00:00:00Z' }, '"ends_at"'],
    ['an end before its start', { starts_at: '2101-01-01T00:00:00Z' }, '"ends_at"'],
  ])('a silence with %s is refused', async (_what, more, field) => {
    await expect(silence(more)).rejects.toThrow(field);
  });

  it('a window says when it holds or is next, and has a name of its own', async () => {
    await clock.advance(Date.parse('2027-03-27T12:00:00Z') - clock.now());
    const made = await window({ name: 'nightly', repeat: { every: 'day' } });
    // On this day clocks go from 02:00 to 03:00.
    expect(made).toMatchObject({
      status: 'pending',
      occurrence: { starts_at: '2027-03-28T01:00:00.000Z', ends_at: '2027-03-28T03:00:00.000Z' },
    });
    await expect(window({ name: 'nightly' })).rejects.toThrow(NameTaken);
    await store().maintenanceWindows.update(ada, made.id, { repeat: null });
    expect(await store().maintenanceWindows.get(ada, made.id)).toMatchObject({ status: 'expired', occurrence: null });
  });

  it.each([
    ['neither services nor matchers', { services: [] }, '"services"'],
    ['an unknown zone', { time_zone: 'Europe/Nowhere' }, '"time_zone"'],
    ['a day that is none', { local_start: '2026-02-30T02:00' }, '"local_start"'],
    ['an hour that is none', { local_start: '2026-02-20T24:00' }, '"local_start"'],
    ['an end before its start', { repeat: { every: 'day' }, repeat_until: '2026-11-29' }, '"repeat_until"'],
    ['an end of what does not repeat', { repeat_until: '2026-12-29' }, '"repeat_until"'],
    [
      'a day that never comes',
      { local_start: '2027-02-01T02:00', repeat: { every: 'month', interval: 12, month_days: [30] } },
      '"repeat"',
    ],
  ])('a window with %s is refused', async (_what, more, field) => {
    await expect(window(more)).rejects.toThrow(field);
  });

  it('an instance says until when nobody is told of it and why, and opens and ends all the same', async () => {
    await create({ labels: { team: 'web' } });
    await evaluate(pages({ '/cart': 3000 }));
    expect(await onlyInstance()).toMatchObject({ silenced_until: null, silenced_by: null });
    const { id } = await silence();
    const until = in_(hour);
    expect(await onlyInstance()).toMatchObject({
      silenced_until: until,
      silenced_by: { kind: 'silence', id, name: 'known' },
      status: 'active',
    });
    await store().silences.delete(ada, id);
    await silence({ matchers: [{ name: 'alertname', operator: '=~', value: 'rule .*' }], name: 'by rule' });
    expect((await onlyInstance()).silenced_by?.name).toBe('by rule');
    await evaluate(pages({ '/cart': 100 }));
    const { items } = await store().alertInstances.list(ada, {
      ...all,
      statuses: ['resolved'],
      severities: [],
      limit: 1,
    });
    expect(items[0]).toMatchObject({ silenced_until: null });
  });
});
