import { VersionConflict } from '../../domain/access/VersionConflict';
import { WrongState } from '../../domain/alerting/instances/AlertInstanceRepository';
import { hour } from '../../lib/duration';
import { withOrganisation } from '../connections/withOrganisation';
import { forEachDatabase } from '../testing/forEachDatabase';
import { ada, alertStory, bob, pages, stranger } from './testing/alertStory';

forEachDatabase('alert instances in the database', (db) => {
  const { clock, store, create, evaluate, instances, onlyInstance } = alertStory(db);

  describe('people', () => {
    it('are known to the organisation once they did something or were given something, each named once', async () => {
      await create();
      await evaluate(pages({ '/a': 3000 }));
      const { id } = await onlyInstance();
      await store().alertInstances.assign(ada, id, { to: 'zoe' });
      await store().alertInstances.comment(bob, id, { comment: 'hello' });
      await store().alertInstances.comment(bob, id, { comment: 'again' });
      const known = await store().alertInstances.assignees(ada);
      expect(known).toEqual(known.toSorted());
      expect(known.filter((login) => ['ada', 'bob', 'zoe'].includes(login))).toEqual(['ada', 'bob', 'zoe']);
      expect(await store().alertInstances.assignees({ orgId: 77, login: 'nobody' })).toEqual([]);
    });

    it('acknowledge, take back, comment, assign and resolve, and all of it is told', async () => {
      await create();
      await evaluate(pages({ '/a': 3000 }));
      const { id } = await onlyInstance();
      const { alertInstances } = store();
      expect(await alertInstances.acknowledge(ada, id, { comment: 'on it' })).toMatchObject({
        status: 'acknowledged',
        acknowledged_login: 'ada',
        version: 2,
      });
      await evaluate(pages({ '/a': 3000 }));
      expect((await onlyInstance()).status).toBe('acknowledged');
      expect(await alertInstances.unacknowledge(bob, id, {})).toMatchObject({
        status: 'active',
        acknowledged_by: null,
      });
      expect(await alertInstances.assign(bob, id, { to: 'ada' })).toMatchObject({ assigned_to: 'ada' });
      expect(await alertInstances.comment(bob, id, { comment: 'rolled back' })).toMatchObject({ version: 4 });
      expect(await alertInstances.resolve(ada, id, { comment: 'done' })).toMatchObject({
        status: 'resolved',
        resolve_reason: 'by hand',
        resolved_login: 'ada',
      });
      const history = await alertInstances.history(ada, id);
      expect(history?.map(({ actor, kind, comment }) => [actor, kind, comment])).toEqual([
        [null, 'opened', null],
        ['ada', 'acknowledged', 'on it'],
        ['bob', 'unacknowledged', null],
        ['bob', 'assigned', null],
        ['bob', 'commented', 'rolled back'],
        ['ada', 'resolved', 'done'],
      ]);
      const { rows: audited } = await withOrganisation(store().pools.app, ada.orgId, (client) =>
        client.query(`select actor, action, details::text from audit_log where subject = $1 order by sequence`, [id])
      );
      expect(audited.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
        'ada alert.acknowledged',
        'bob alert.unacknowledged',
        'bob alert.assigned',
        'bob alert.commented',
        'ada alert.resolved',
      ]);
      // What people wrote may be about a person, and the audit log cannot be erased.
      expect(JSON.stringify(audited)).not.toMatch(/on it|rolled back|done/);
    });

    it('who resolve what still fires see it again only after it was normal', async () => {
      await create();
      await evaluate(pages({ '/a': 3000 }));
      await store().alertInstances.resolve(ada, (await onlyInstance()).id, {});
      await evaluate(pages({ '/a': 3000 }));
      expect(await instances()).toEqual([]);
      await evaluate(pages({ '/a': 100 }));
      await evaluate(pages({ '/a': 3000 }));
      expect(await instances()).toHaveLength(1);
    });

    it('are told when somebody was faster', async () => {
      await create();
      await evaluate(pages({ '/a': 3000 }));
      const { id, version } = await onlyInstance();
      const both = await Promise.allSettled(
        [ada, bob].map((who) => store().alertInstances.acknowledge(who, id, { expected_version: version }))
      );
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(VersionConflict) });
      await expect(store().alertInstances.acknowledge(bob, id, {})).rejects.toThrow(WrongState);
    });

    it('of another organisation neither see nor touch it', async () => {
      await create();
      await evaluate(pages({ '/a': 3000 }));
      const { id } = await onlyInstance();
      expect(await store().alertInstances.get(stranger, id)).toBeUndefined();
      expect(await store().alertInstances.history(stranger, id)).toBeUndefined();
      expect(await store().alertInstances.acknowledge(stranger, id, {})).toBeUndefined();
    });
  });

  it('instances are listed newest first, page by page, and found by what they are about', async () => {
    await create({ cooldown_minutes: 0 });
    await evaluate(pages({ '/a': 3000 }));
    await clock.advance(hour);
    await evaluate(pages({ '/a': 3000, '/cart': 3000 }));
    const all = { statuses: [], severities: [], cursor: undefined };
    const first = await store().alertInstances.list(ada, { ...all, limit: 1 });
    expect(first.items[0]?.labels).toEqual({ page_path: '/cart' });
    const next = await store().alertInstances.list(ada, { ...all, limit: 1, cursor: first.next_cursor ?? undefined });
    expect(next.items[0]?.labels).toEqual({ page_path: '/a' });
    const found = await store().alertInstances.list(ada, { ...all, limit: 9, search: '/CART', statuses: ['active'] });
    expect(found.items).toHaveLength(1);
  });
});
