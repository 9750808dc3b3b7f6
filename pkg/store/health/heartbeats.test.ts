import { createCheckRunner } from '../../probes/createCheckRunner';
import { ownHealthJob } from '../../jobs/ownHealth';
import { JobWatch } from '../../jobs/JobWatch';
import { addressGuard } from '../../lib/outbound/AddressGuard';
import { hour, minute } from '../../lib/duration';
import { forEachDatabase } from '../testing/forEachDatabase';
import { withClient } from '../testing/withClient';
import { ada, healthStory } from './testing/healthStory';

forEachDatabase('services that report by themselves', (db) => {
  const { clock, store, create, list, look } = healthStory(db);
  const runner = createCheckRunner({
    guard: addressGuard([], 'SEAMARK_PROBE_ALLOW'),
    monotonic: () => clock.now(),
    now: () => clock.now(),
    measure: async () => ({ value: null, samples: 0 }),
  });
  const heartbeat = {
    kind: 'heartbeat',
    settings: { every_seconds: 600, grace_seconds: 0 },
    failures_to_down: 1,
  } as const;
  const well = { status: 'healthy', message: null } as const;
  /** Judges what is due now, as the job does. */
  const judge = async (): Promise<void> => {
    for (const due of await store().dueChecks.claim(clock.now(), clock.now(), 10)) {
      const report = await runner.run(due);
      await store().dueChecks.keep(due, { at: clock.now(), report, attempts: 1, location: 'here' });
    }
  };
  const statusOf = async (id: string) => (await store().healthChecks.get(ada, id))?.status;

  it('are known by a word that is kept as a hash only', async () => {
    const { id, heartbeatToken: token } = await create(heartbeat);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect((await store().healthChecks.get(ada, id))?.heartbeatToken).toBe(token);
    const { rows } = await withClient(db.urlFor('jobs'), (client) => client.query('select * from health_checks'));
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await store().heartbeats.take('a'.repeat(43), well)).toBe(false);
    expect(await store().heartbeats.take(token ?? '', well)).toBe(true);
  });

  it('are waited for, well while they report, and down as soon as they say so', async () => {
    const { id, heartbeatToken: token } = await create(heartbeat);
    await judge();
    expect(await statusOf(id)).toBeNull();
    await store().heartbeats.take(token ?? '', well);
    await judge();
    expect(await statusOf(id)).toBe('healthy');
    await store().heartbeats.take(token ?? '', { status: 'down', message: 'disk full' });
    await judge();
    expect(await store().healthChecks.get(ada, id)).toMatchObject({ status: 'down', last_error: 'disk full' });
    await store().heartbeats.take(token ?? '', well);
    await judge();
    expect(await statusOf(id)).toBe('healthy');
    await clock.advance(11 * minute);
    await judge();
    expect(await statusOf(id)).toBe('down');
  });

  it('are, among others, the parts of Seamark itself, which say what stands still', async () => {
    const jobs = new JobWatch(clock);
    jobs.watched({ name: 'alerts', everyMs: 500, retryMs: 500, act: async () => 0 });
    const parts = { health: store().ownHealth, jobs, clock, ingestAnswers: async () => false };
    await ownHealthJob(parts).act(clock.now());
    const checks = (await list()).items;
    expect(checks.map(({ service_name, heartbeatToken }) => [service_name, heartbeatToken]).toSorted()).toEqual([
      ['seamark database', null],
      ['seamark ingest', null],
      ['seamark jobs', null],
      ['seamark notifications', null],
    ]);
    await clock.advance(hour);
    await ownHealthJob(parts).act(clock.now());
    const idOf = (name: string) => checks.find(({ service_name }) => service_name === name)?.id ?? '';
    await judge();
    expect(await store().healthChecks.get(ada, idOf('seamark jobs'))).toMatchObject({
      status: 'down',
      last_error: 'stand still: alerts; what depends on them is not up to date',
    });
    expect(await statusOf(idOf('seamark ingest'))).toBe('down');
    expect(await statusOf(idOf('seamark database'))).toBe('healthy');
    expect((await list()).items).toHaveLength(4);
  });

  it('keep sums and incidents for as long as their organisation does', async () => {
    const { id } = await create({ failures_to_down: 1 });
    await look(id, { outcome: 'failed', error: 'x', durationMs: null, phases: {}, assertions: [], details: {} });
    await store().healthChecks.update(ada, id, { enabled: false });
    await clock.advance(2 * hour);
    await store().uptime.refresh(clock.now());
    expect(await store().uptime.expire(clock.now())).toBe(0);
    // Two sums of hours; the incident goes two years after its end.
    expect(await store().uptime.expire(clock.now() + 40 * 24 * hour)).toBeGreaterThan(0);
    expect(await store().uptime.expire(clock.now() + 800 * 24 * hour)).toBeGreaterThan(0);
  });
});
