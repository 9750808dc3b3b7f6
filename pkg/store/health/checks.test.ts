import { VersionConflict } from '../../domain/access/VersionConflict';
import { NameTaken } from '../../domain/alerting/rules/AlertRuleRepository';
import { phaseOf } from '../../domain/health/schedule/nextProbe';
import type { DueCheck } from '../../domain/health/checks/DueChecks';
import { day, minute, second } from '../../lib/duration';
import { forEachDatabase } from '../testing/forEachDatabase';
import { withClient } from '../testing/withClient';
import { ada, failed, healthStory, passed, stranger } from './testing/healthStory';

const anyResults = { from: undefined, to: undefined, statuses: [], limit: 10, cursor: undefined };

forEachDatabase('health checks in the database', (db) => {
  const { clock, store, other, create, claimOne, look, list } = healthStory(db);

  it('are read as they were written, by their own organisation only', async () => {
    const made = await create({ labels: { team: 'web' }, uptime_target: 99.9 });
    expect(await store().healthChecks.get(ada, made.id)).toEqual(made);
    expect(made).toMatchObject({ status: null, version: 1, failures_to_down: 2, retries: 0, in_maintenance: false });
    expect(await store().healthChecks.get(stranger, made.id)).toBeUndefined();
    expect(await store().healthChecks.update(stranger, made.id, { enabled: false })).toBeUndefined();
    expect(await store().healthChecks.delete(stranger, made.id)).toBe(false);
    expect(await store().healthChecks.results(stranger, made.id, anyResults)).toBeUndefined();
    expect(await store().healthChecks.uptime(stranger, made.id)).toBeUndefined();
  });

  it('have a service of their own, and tell the second of two people who change one', async () => {
    const made = await create();
    await expect(create()).rejects.toThrow(NameTaken);
    await store().healthChecks.update(ada, made.id, { description: 'x', expected_version: 1 });
    const late = store().healthChecks.update(ada, made.id, { description: 'y', expected_version: 1 });
    await expect(late).rejects.toThrow(VersionConflict);
  });

  it('keep secrets sealed, show only their names, and give them to who looks', async () => {
    const made = await create({ secrets: { authorization: 'hunter2-very-secret' } });
    expect(made.secret_names).toEqual(['authorization']);
    expect(JSON.stringify(made)).not.toContain('hunter2');
    expect((await claimOne()).secrets).toEqual({ authorization: 'hunter2-very-secret' });
    expect(await store().healthChecks.secrets(stranger, made.id)).toEqual({});
    const rows = await withClient(db.urlFor('jobs'), (client) => client.query('select * from health_checks'));
    expect(JSON.stringify(rows.rows)).not.toContain('hunter2');
    const cleared = await store().healthChecks.update(ada, made.id, { secrets: {} });
    expect(cleared?.secret_names).toEqual([]);
  });

  it('are found by status, kind, group and text', async () => {
    const down = await create({ failures_to_down: 1, group_name: 'shop' });
    await create({ service_name: 'mail', kind: 'tcp', settings: { host: 'mail.example', port: 25 } });
    await look(down.id, failed);
    const names = async (more: object) =>
      (
        await store().healthChecks.list(ada, {
          ...{ statuses: [], kind: undefined, group: undefined, search: undefined, limit: 10, cursor: undefined },
          ...more,
        })
      ).items.map(({ service_name }) => service_name);
    expect(await names({ statuses: ['down'] })).toEqual(['api']);
    expect(await names({ statuses: ['unknown'] })).toEqual(['mail']);
    expect(await names({ kind: 'tcp' })).toEqual(['mail']);
    expect(await names({ group: 'shop' })).toEqual(['api']);
    expect(await names({ search: 'MAI' })).toEqual(['mail']);
  });

  it('are looked at by one process at a time, and by another where that one is gone', async () => {
    const made = await create({ timeout_ms: 5000 });
    const due = await claimOne();
    expect(await other().dueChecks.claim(clock.now(), clock.now(), 10)).toEqual([]);
    await clock.advance(20 * second + 1);
    const [taken] = await other().dueChecks.claim(clock.now(), clock.now(), 10);
    expect(taken?.id).toBe(made.id);
    const result = { at: clock.now(), report: passed, attempts: 1, location: 'here' };
    expect(await store().dueChecks.keep(due, result)).toBe(false);
    expect(await store().dueChecks.renew(due, clock.now() + minute)).toBe(false);
  });

  it('are looked at again at once when the clock was set back, also where somebody had taken them on', async () => {
    const made = await create({ interval_seconds: 60 });
    await look(made.id, passed);
    await clock.advance(minute);
    await claimOne();
    const before = clock.now() - day;
    await withClient(db.urlFor('jobs'), (client) =>
      client.query(
        `select raw.ensure_partition('system_health', (to_timestamp($1::float8 / 1000) at time zone 'UTC')::date)`,
        [before]
      )
    );
    const [due] = await other().dueChecks.claim(before, before, 10);
    expect(due).toMatchObject({ id: made.id, dueAt: before });
    expect(await store().dueChecks.claim(before, before, 10)).toEqual([]);
    const result = { at: before, report: passed, attempts: 1, location: 'here' };
    expect(await other().dueChecks.keep(due as DueCheck, result)).toBe(true);
    expect(await store().dueChecks.claim(before, before, 10)).toEqual([]);
    expect(await store().dueChecks.claim(before + minute, before + minute, 10)).toHaveLength(1);
  });

  it('drop a result that was under way when they were changed', async () => {
    const made = await create();
    const due = await claimOne();
    await store().healthChecks.update(ada, made.id, { settings: { url: 'https://other.example/' } });
    const result = { at: clock.now(), report: failed, attempts: 1, location: 'here' };
    expect(await store().dueChecks.keep(due, result)).toBe(false);
    expect((await store().healthChecks.get(ada, made.id))?.status).toBeNull();
  });

  it('keep their beat, and count what was missed', async () => {
    const made = await create();
    await look(made.id, passed);
    await clock.advance(5 * minute);
    await look(made.id, passed);
    expect((await store().healthChecks.get(ada, made.id))?.missed_probes).toBe(4);
    await look(made.id, passed);
    const times = (await store().healthChecks.results(ada, made.id, anyResults))?.items.map((result) =>
      Date.parse(result.checked_at)
    );
    expect((times?.[0] ?? 0) % minute).toBe(phaseOf(made.id, minute));
    expect((await store().healthChecks.get(ada, made.id))?.missed_probes).toBe(4);
  });

  it('show their results newest first, page by page', async () => {
    const made = await create();
    for (const found of [passed, failed, failed, passed]) {
      await look(made.id, found);
    }
    const first = await store().healthChecks.results(ada, made.id, { ...anyResults, limit: 3 });
    expect(first?.items.map(({ status }) => status)).toEqual(['healthy', 'down', 'healthy']);
    expect(first?.items[1]).toMatchObject({ last_error: 'connection refused', location: 'here', attempts: 1 });
    const cursor = first?.next_cursor ?? '';
    const rest = await store().healthChecks.results(ada, made.id, { ...anyResults, cursor });
    expect(rest?.items).toHaveLength(1);
    expect(rest?.next_cursor).toBeNull();
    const odd = await store().healthChecks.results(ada, made.id, { ...anyResults, cursor: 'x_y' });
    expect(odd?.items).toHaveLength(4);
    const down = await store().healthChecks.results(ada, made.id, { ...anyResults, statuses: ['down'] });
    expect(down?.items).toHaveLength(1);
  });

  it('take an answer that no database can store', async () => {
    const made = await create();
    await look(made.id, { ...failed, error: 'a\u0000b\ud800', details: { text: '\u0000\udfff' } });
    expect((await store().healthChecks.results(ada, made.id, anyResults))?.items[0]?.last_error).toBe('ab\ufffd');
  });

  it('are gone once they are deleted', async () => {
    const made = await create();
    expect(await store().healthChecks.delete(ada, made.id)).toBe(true);
    expect((await list()).items).toEqual([]);
  });
});
