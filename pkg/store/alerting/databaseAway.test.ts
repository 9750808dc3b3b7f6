import type { Client } from 'pg';
import { StoreAway } from '../../domain/ingest/RowWriter';
import { second } from '../../lib/duration';
import { outboxStory } from '../notifications/testing/outboxStory';
import type { RoleKind } from '../roles/RoleKind';
import { forEachDatabase } from '../testing/forEachDatabase';
import { withClient } from '../testing/withClient';
import { ada, pages } from './testing/alertStory';

forEachDatabase('a database that is gone in the middle of a transition', (db) => {
  const { clock, store, create, claimOne, instances, onlyInstance, kinds, sent } = outboxStory(db);
  const found = () => ({ finding: pages({ '/a': 3000 }), at: clock.now(), durationMs: 1 });

  /** Holds a transition up where it writes its history, which comes after all else, and cuts its connection there. */
  async function cutInTheMiddle(role: RoleKind, act: () => Promise<unknown>): Promise<unknown> {
    return withClient(db.ownerUrl, async (owner) => {
      await owner.query('begin');
      await owner.query('lock table alert_history in share mode');
      const outcome = act().then(
        () => 'done',
        (error: unknown) => error
      );
      await withClient(db.urlFor(role), cutWhoWaits);
      await owner.query('rollback');
      return outcome;
    });
  }

  async function cutWhoWaits(client: Client): Promise<void> {
    for (let cut = 0; cut === 0;) {
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and usename = current_user`
      );
      cut = rowCount ?? 0;
    }
  }

  it('leaves nothing of an alert that opens, which opens once when the rule is evaluated again', async () => {
    await create({ notification_channels: ['mail'] });
    const due = await claimOne();
    expect(await cutInTheMiddle('jobs', () => store().alertEvaluations.keep(due, found()))).toBeInstanceOf(StoreAway);
    expect([await instances(), await sent()]).toEqual([[], []]);
    await clock.advance(20 * second);
    await store().alertEvaluations.keep(await claimOne(), found());
    expect(await kinds((await onlyInstance()).id)).toEqual(['opened']);
    expect(await sent()).toEqual(['mail opened: /a']);
  });

  it('leaves nothing of an acknowledgement, which can be made again', async () => {
    await create();
    await store().alertEvaluations.keep(await claimOne(), found());
    const { id } = await onlyInstance();
    const acknowledge = () => store().alertInstances.acknowledge(ada, id, { comment: 'mine' });
    expect(await cutInTheMiddle('app', acknowledge)).toBeInstanceOf(StoreAway);
    expect(await onlyInstance()).toMatchObject({ status: 'active', version: 1, acknowledged_login: null });
    await acknowledge();
    expect(await onlyInstance()).toMatchObject({ status: 'acknowledged', acknowledged_login: 'ada' });
    expect(await kinds(id)).toEqual(['opened', 'acknowledged']);
  });
});
