import type { Identity } from '../../domain/access/Identity';
import { VersionConflict } from '../../domain/access/VersionConflict';
import { systemClock } from '../../lib/Clock';
import { hour } from '../../lib/duration';
import { forEachDatabase } from '../testing/forEachDatabase';
import { editor, groupedErrors } from './testing/groupedErrors';

const viewer: Identity = { ...editor, role: 'Viewer', login: 'bob', seesPersonal: false };

forEachDatabase('deciding about error groups', (db) => {
  const { store, app, asJobs, error, save, refresh, only, broken, resolve } = groupedErrors(db);

  describe('a resolved group', () => {
    it('says so on its errors, without touching one of them', async () => {
      await save(error());
      await refresh();
      await resolve('now');
      const [row] = await asJobs('select resolved from error_logs where app_id = $1', [app().id]);
      expect(row).toEqual({ resolved: true });
      const events = await store().errorGroups.events(editor, (await only()).id, { limit: 1, cursor: undefined });
      expect(events?.items[0]?.resolved).toBe(true);
    });

    it.each([
      ['now', '1.1.0', 'regressed', 'the same release'],
      ['now', '1.2.0', 'regressed', 'a newer release'],
      ['now', null, 'regressed', 'no release'],
      ['now', '1.0.0', 'resolved', 'an older release'],
      ['next_release', '1.1.0', 'resolved', 'the same release'],
      ['next_release', '1.0.9', 'resolved', 'an older release'],
      ['next_release', '1.10.0', 'regressed', 'a newer release'],
      ['next_release', null, 'resolved', 'no release'],
    ] as const)('in %s, with an error of %s, is then %s: %s', async (how, release, status, _why) => {
      await save(error({ release: '1.1.0' }));
      await refresh();
      await resolve(how);
      await broken(release);
      const group = await only();
      expect(group.status).toBe(status);
      expect(group.version).toBe(status === 'regressed' ? 3 : 2);
    });

    it('goes by when a release was first seen where releases are no version numbers', async () => {
      await save(error({ release: 'banana' }));
      await refresh();
      await resolve('next_release');
      await broken('banana');
      expect((await only()).status).toBe('resolved');
      await broken('apple');
      expect((await only()).status).toBe('regressed');
    });

    it('stays so for errors that happened before, however late they come', async () => {
      await save(error());
      await refresh();
      await resolve('now');
      await save(error({ timestamp: systemClock.now() - hour }));
      await refresh();
      expect(await only()).toMatchObject({ status: 'resolved', events: 2 });
    });

    it('tells in its history who did what, and what the system did', async () => {
      await save(error({ release: '1.0.0' }));
      await refresh();
      const { id } = await only();
      await store().errorGroups.resolve(editor, id, { in: 'now', comment: 'fixed in #12' });
      await broken('1.0.0');
      const detail = await store().errorGroups.get(viewer, id);
      expect(detail?.history).toMatchObject([
        { actor: null, act: 'regress', details: { releases: ['1.0.0'] } },
        { actor: 'ada', act: 'resolve', comment: 'fixed in #12', details: { in: 'now' } },
      ]);
      const audit = await asJobs('select action, actor, details from audit_log where subject = $1', [id]);
      expect(audit).toEqual([{ action: 'error_group.resolve', actor: 'ada', details: { in: 'now' } }]);
    });
  });

  describe('an ignored group', () => {
    it('is left alone until that many more errors came', async () => {
      await save(error());
      await refresh();
      await store().errorGroups.ignore(editor, (await only()).id, { until_events: 2 });
      await save(error());
      await refresh();
      expect((await only()).status).toBe('ignored');
      await save(error());
      await refresh();
      expect(await only()).toMatchObject({ status: 'unresolved', ignored_until_events: null, version: 3 });
    });

    it('is left alone until an instant', async () => {
      await save(error());
      await refresh();
      const until = systemClock.now() + hour;
      await store().errorGroups.ignore(editor, (await only()).id, { until: new Date(until).toISOString() });
      expect(await store().maintenance.endIgnoring(until - 1)).toBe(0);
      expect(await store().maintenance.endIgnoring(until)).toBe(1);
      expect(await only()).toMatchObject({ status: 'unresolved', ignored_until: null });
    });

    it('is never resolved or taken up by errors alone', async () => {
      await save(error());
      await refresh();
      await store().errorGroups.ignore(editor, (await only()).id, {});
      await broken('9.9.9');
      expect((await only()).status).toBe('ignored');
      expect((await store().errorGroups.reopen(editor, (await only()).id, {}))?.status).toBe('unresolved');
    });
  });

  it('are changed by one of two who saw the same version', async () => {
    await save(error());
    await refresh();
    const { id, version } = await only();
    const outcomes = await Promise.allSettled([
      store().errorGroups.resolve(editor, id, { expected_version: version }),
      store().errorGroups.ignore(editor, id, { expected_version: version }),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(VersionConflict) });
    expect((await only()).version).toBe(2);
  });

  it('keep their version while errors come', async () => {
    await save(error());
    await refresh();
    await broken('1.0.0');
    expect(await only()).toMatchObject({ version: 1, events: 2 });
  });
});
