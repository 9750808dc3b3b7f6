import { VersionConflict } from '../../domain/access/VersionConflict';
import { hour, minute, second } from '../../lib/duration';
import { forEachDatabase } from '../testing/forEachDatabase';
import { ada, failed, healthStory, passed, stranger } from './testing/healthStory';

forEachDatabase('incidents and uptime in the database', (db) => {
  const { clock, store, create, look } = healthStory(db);
  const all = { service: undefined, open: undefined, from: undefined, to: undefined, limit: 10, cursor: undefined };

  it('are one from the first failure to the result that is healthy again', async () => {
    const { id } = await create({ service_name: 'shop' });
    await look(id, passed);
    await look(id, failed);
    const began = clock.now();
    expect((await store().incidents.list(ada, { ...all, open: true })).items).toEqual([]);
    await look(id, failed);
    const [incident] = (await store().incidents.list(ada, { ...all, open: true })).items;
    expect(incident).toMatchObject({
      service_name: 'shop',
      check_id: id,
      started_at: new Date(began).toISOString(),
      ended_at: null,
      worst_status: 'down',
      cause: 'connection refused',
      affected_services: ['shop'],
    });
    expect((await store().healthChecks.get(ada, id))?.open_incident_id).toBe(incident?.id);
    await look(id, passed);
    const closed = await store().incidents.get(ada, incident?.id ?? '');
    expect(closed?.ended_at).toBe(new Date(clock.now()).toISOString());
    expect(closed?.timeline.map(({ kind }) => kind)).toEqual(['began', 'ended']);
    expect(await store().incidents.get(stranger, incident?.id ?? '')).toBeUndefined();
  });

  it('take comments and a better cause, and tell the second of two people', async () => {
    const { id } = await create({ failures_to_down: 1 });
    await look(id, failed);
    const incident = (await store().incidents.list(ada, { ...all, open: true })).items[0]?.id ?? '';
    const commented = await store().incidents.comment(ada, incident, 'looking into it');
    expect(commented?.timeline.at(-1)).toMatchObject({ actor: 'ada', kind: 'commented', comment: 'looking into it' });
    const version = commented?.version ?? 0;
    const named = await store().incidents.update(ada, incident, { cause: 'disk full', expected_version: version });
    expect(named?.cause).toBe('disk full');
    const late = store().incidents.update(ada, incident, { cause: 'x', expected_version: version });
    await expect(late).rejects.toThrow(VersionConflict);
    expect(await store().incidents.comment(stranger, incident, 'x')).toBeUndefined();
  });

  it.each([
    ['switched off', (id: string) => store().healthChecks.update(ada, id, { enabled: false })],
    ['deleted', (id: string) => store().healthChecks.delete(ada, id)],
  ])('end with a check that is %s', async (_, act) => {
    const { id } = await create({ failures_to_down: 1 });
    await look(id, failed);
    const incident = (await store().healthChecks.get(ada, id))?.open_incident_id ?? '';
    await act(id);
    expect((await store().incidents.get(ada, incident))?.ended_at).toBe(new Date(clock.now()).toISOString());
  });

  it('are none of announced work, which counts as nothing', async () => {
    const { id } = await create({ service_name: 'planned', failures_to_down: 1, interval_seconds: 60 });
    await look(id, passed);
    const window = await store().maintenanceWindows.create(ada, {
      name: 'upgrade',
      services: ['planned'],
      time_zone: 'UTC',
      local_start: new Date(clock.now() - minute).toISOString().slice(0, 16),
      duration_minutes: 60,
    });
    expect((await store().healthChecks.get(ada, id))?.in_maintenance).toBe(true);
    await look(id, failed);
    await look(id, failed);
    expect((await store().healthChecks.get(ada, id))?.status).toBe('down');
    expect((await store().incidents.list(ada, { ...all, open: true })).items).toEqual([]);
    // Without the window the results still know that it was announced.
    await store().maintenanceWindows.delete(ada, window.id);
    const uptime = await store().healthChecks.uptime(ada, id);
    expect(uptime?.day.down_seconds).toBe(0);
    expect(uptime?.day.maintenance_seconds).toBeGreaterThan(0);
  });

  it('stay as they were where work is announced afterwards, for hours that are summed already', async () => {
    const { id } = await create({ service_name: 'late', failures_to_down: 1, interval_seconds: 600 });
    const from = clock.now();
    for (let index = 0; index < 13; index += 1) {
      await look(id, failed);
    }
    // What is over and summed stays; what is not summed yet is what windows say now.
    const summed = Math.floor(clock.now() / hour) * hour;
    await store().uptime.refresh(clock.now());
    const before = await store().healthChecks.uptime(ada, id);
    expect(before?.week).toMatchObject({ maintenance_seconds: 0 });
    await store().maintenanceWindows.create(ada, {
      name: 'told too late',
      services: ['late'],
      time_zone: 'UTC',
      local_start: new Date(from - hour).toISOString().slice(0, 16),
      duration_minutes: 24 * 60,
    });
    const after = await store().healthChecks.uptime(ada, id);
    const late = (clock.now() - summed) / second;
    expect(after?.week.down_seconds).toBeCloseTo((before?.week.down_seconds ?? 0) - late, 6);
    expect(after?.week.maintenance_seconds).toBeCloseTo(late, 6);
    const { open_incident_id: incident } = (await store().healthChecks.get(ada, id)) ?? {};
    expect((await store().incidents.get(ada, incident ?? ''))?.ended_at).toBeNull();
  }, 30_000);

  it('add up to an uptime that is right to the second, before and after hours are summed', async () => {
    const { id, created_at } = await create({ failures_to_down: 1, uptime_target: 99, interval_seconds: 900 });
    const started = Date.parse(created_at);
    let down = 0;
    for (let index = 0; index < 30; index += 1) {
      const before = clock.now();
      const isDown = index > 5 && index <= 15;
      await look(id, isDown ? failed : passed);
      // The time before this result had the status of the one before.
      down += index > 6 && index <= 16 ? clock.now() - before : 0;
    }
    const asked = async () => {
      const { days: _days, ...uptime } = (await store().healthChecks.uptime(ada, id)) ?? { days: [] };
      return uptime;
    };
    const raw = await asked();
    expect(raw).toMatchObject({
      month: { down_seconds: down / second, observed_seconds: (clock.now() - started) / second },
      budget_left_seconds: expect.closeTo((0.01 * 30 * 24 * hour - down) / second),
      burn_rate: 0,
    });
    expect(await store().uptime.refresh(clock.now())).toBeGreaterThan(0);
    expect(await asked()).toEqual(raw);
    expect(await store().uptime.refresh(clock.now())).toBe(0);
  }, 30_000);
});
