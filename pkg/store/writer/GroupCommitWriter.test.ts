import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { StoreAway } from '../../domain/ingest/RowWriter';
import { rawTables } from '../../domain/ingest/rows';
import { systemClock } from '../../lib/Clock';
import { day } from '../../lib/duration';
import { forEachDatabase } from '../testing/forEachDatabase';
import { openTestWriter } from '../testing/openTestWriter';
import { rowSet, sampleApp, sampleRows } from '../testing/sampleRows';
import { withClient } from '../testing/withClient';
import type { GroupCommitWriter, WriterOptions } from './GroupCommitWriter';
import { noWriterMetrics } from './WriterMetrics';

forEachDatabase('GroupCommitWriter', (db) => {
  const writers: GroupCommitWriter[] = [];
  const openWriter = (more: Partial<WriterOptions> = {}): GroupCommitWriter => {
    const writer = openTestWriter(db, more);
    writers.push(writer);
    return writer;
  };
  const stored = (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
    withClient(db.urlFor('jobs'), (client) => client.query(sql, values)).then(({ rows }) => rows);

  afterEach(async () => {
    await Promise.all(writers.splice(0).map((writer) => writer.drain()));
  });

  it('has stored every kind of row when it answers', async () => {
    const rows = rowSet({
      monitoring_metrics: [sampleRows.metric()],
      analytics_events: [sampleRows.event()],
      performance_data: [sampleRows.performance()],
      error_logs: [sampleRows.error()],
      system_health: [sampleRows.health()],
      spans: [sampleRows.span()],
    });
    expect(await openWriter().write(rows)).toEqual([]);
    for (const table of rawTables) {
      expect(await stored(`select id from ${table} where id = $1`, [rows[table][0]?.id])).toHaveLength(1);
    }
  });

  it('stores what it was given, to the letter', async () => {
    const event = sampleRows.event({
      timestamp: Date.now() - 1.5,
      user_id: randomUUID(),
      referrer: 'a,b;"c"\\{}\n\u{1f600}NULL',
      session_id: 'NULL',
      environment: '',
      release: null,
      device: { id: '9223372036854775807', info: { browser: 'Fire"fox', brands: [{ brand: 'x', version: '1' }] } },
    });
    await openWriter().write(rowSet({ analytics_events: [event] }));
    const [row] = await stored(
      `select v.*, extract(epoch from timestamp)::float8 * 1000 as epoch from analytics_events v where id = $1`,
      [event.id]
    );
    const { timestamp, device, ...columns } = event;
    expect(row).toMatchObject({ ...columns, org_id: '1', device_info: device?.info });
    expect(Number(row?.['epoch'])).toBeCloseTo(timestamp, 2);
  });

  it('stores a retried request once, also when both arrive at the same time', async () => {
    const writer = openWriter();
    const rows = rowSet({ performance_data: Array.from({ length: 200 }, () => sampleRows.performance()) });
    const reversed = { ...rows, performance_data: [...rows.performance_data].reverse() };
    await Promise.all([rows, reversed, rows, reversed].map((request) => writer.write(request)));
    const ids = rows.performance_data.map(({ id }) => id);
    expect(await stored('select id from performance_data where id = any($1)', [ids])).toHaveLength(200);
  });

  it('stores what comes beside a repeated request, refuses none of it, and goes on', async () => {
    const writer = openWriter();
    const fresh = () =>
      rowSet({ analytics_events: [sampleRows.event()], performance_data: [sampleRows.performance()] });
    const old = fresh();
    await writer.write(old);
    const requests = [fresh(), old, fresh(), { ...fresh(), analytics_events: old.analytics_events }];
    expect(await Promise.all(requests.map((request) => writer.write(request)))).toEqual([[], [], [], []]);
    expect(await writer.write(old)).toEqual([]);
    const ids = requests.flatMap((request) => request.performance_data.map(({ id }) => id));
    expect(await stored('select id from performance_data where id = any($1)', [ids])).toHaveLength(4);
  });

  it('refuses the bad row alone also where another is there already', async () => {
    const writer = openWriter();
    const old = sampleRows.event();
    await writer.write(rowSet({ analytics_events: [old] }));
    const bad = sampleRows.event({ referrer: '\u0000' });
    const good = sampleRows.event();
    const refused = await writer.write(rowSet({ analytics_events: [old, bad, good] }));
    expect(refused.map(({ index }) => index)).toEqual([1]);
    expect(await stored('select id from analytics_events where id = any($1)', [[old.id, good.id]])).toHaveLength(2);
  });

  it('stores a visitor’s decision once a day, with the rows or without any', async () => {
    const decision = {
      org_id: 1,
      app_id: sampleApp,
      owner: randomUUID(),
      day: Date.parse('2026-11-23'),
      mode: 'required' as const,
      decision: 'granted',
      source: 'site' as const,
    };
    const decisions = () =>
      stored(`select day::text as day, decision from consent_decisions where owner = $1 order by day, decision`, [
        decision.owner,
      ]);
    const [one, other] = [openWriter(), openWriter()];
    const request = () => rowSet({ analytics_events: [sampleRows.event()], consent_decisions: [decision] });
    await Promise.all([one, other, one, other].map((writer) => writer.write(request())));
    expect(await decisions()).toEqual([{ day: '2026-11-23', decision: 'granted' }]);
    await one.write(rowSet({ consent_decisions: [decision, { ...decision, decision: 'denied' }] }));
    await one.write(rowSet({ consent_decisions: [{ ...decision, day: Date.parse('2026-11-24') }] }));
    expect(await decisions()).toEqual([
      { day: '2026-11-23', decision: 'denied' },
      { day: '2026-11-23', decision: 'granted' },
      { day: '2026-11-24', decision: 'granted' },
    ]);
  });

  it('writes many requests in few transactions', async () => {
    const batches: number[] = [];
    const writer = openWriter({ metrics: { ...noWriterMetrics, committed: (rows) => batches.push(rows) } });
    await Promise.all(
      Array.from({ length: 300 }, () => writer.write(rowSet({ monitoring_metrics: [sampleRows.metric()] })))
    );
    expect(batches.reduce((sum, rows) => sum + rows, 0)).toBe(300);
    expect(batches.length).toBeLessThan(10);
  });

  it.each([
    ['a NUL character', sampleRows.event({ event_type: 'a\u0000b' }), /cannot be stored/],
    ['a NUL character in JSON', sampleRows.event({ event_data: { a: '\u0000' } }), /cannot be stored/],
    ['half a character in JSON', sampleRows.event({ event_data: { a: '\ud800' } }), /cannot be stored/],
    ['an id that is none', sampleRows.event({ session_id: 'x', visitor_id: 'no-uuid' }), /cannot be stored/],
    ['a device that cannot be', sampleRows.event({ device: { id: '1', info: { a: '\u0000' } } }), /cannot be stored/],
    ['a time nobody keeps', sampleRows.event({ timestamp: Date.parse('1970-01-01') }), /outside the time/],
    ['a time that is none', sampleRows.event({ timestamp: NaN }), /cannot be stored|outside/],
    ['a time beyond all calendars', sampleRows.event({ timestamp: 1e300 }), /cannot be stored|outside/],
    ['a word too long to be indexed', sampleRows.event({ event_type: noise(9_000) }), /too large/],
  ])('lets %s cost only itself', async (_what, bad, reason) => {
    const writer = openWriter({ connections: 1 });
    const good = Array.from({ length: 9 }, () => sampleRows.event());
    const refused = await Promise.all([
      writer.write(rowSet({ analytics_events: good.slice(0, 3) })),
      writer.write(rowSet({ analytics_events: [...good.slice(3, 5), bad, ...good.slice(5, 7)] })),
      writer.write(rowSet({ analytics_events: good.slice(7), error_logs: [sampleRows.error()] })),
    ]);
    expect(refused).toEqual([[], [{ table: 'analytics_events', index: 2, reason: expect.stringMatching(reason) }], []]);
    const ids = good.map(({ id }) => id);
    expect(await stored('select id from analytics_events where id = any($1)', [ids])).toHaveLength(9);
  });

  it('names every bad row of a request, with its place', async () => {
    const rows = rowSet({
      analytics_events: [sampleRows.event({ event_type: '\u0000' }), sampleRows.event()],
      system_health: [sampleRows.health(), sampleRows.health({ service_name: '\u0000' })],
    });
    const refused = await openWriter().write(rows);
    expect(refused.map(({ table, index }) => `${table} ${index}`)).toEqual(['analytics_events 0', 'system_health 1']);
  });

  it('makes the partition of an older day when a row needs it, also after retention dropped it', async () => {
    const writer = openWriter({ connections: 1 });
    const write = () => writer.write(rowSet({ error_logs: [sampleRows.error({ timestamp: Date.now() - 40 * day })] }));
    expect(await write()).toEqual([]);
    const name = `error_logs_${new Date(Date.now() - 40 * day).toISOString().slice(0, 10).replace(/-/g, '')}`;
    await withClient(db.ownerUrl, (client) => client.query(`drop table raw.${name}`));
    expect(await write()).toEqual([]);
    expect(await stored(`select from error_logs where timestamp < now() - interval '39 days'`)).toHaveLength(1);
  });

  it('answers at once to a request of nothing', async () => {
    expect(await openWriter().write(rowSet({}))).toEqual([]);
  });

  it('tells of persons that could not be kept, by request', async () => {
    const writer = openWriter({ people: { keep: () => Promise.resolve(new Map([[1, 'no']])) }, connections: 1 });
    const [one, two] = await Promise.all([
      writer.write(rowSet({ people: [sampleRows.person(), sampleRows.person()] })),
      writer.write(rowSet({ monitoring_metrics: [sampleRows.metric()] })),
    ]);
    expect([one, two]).toEqual([[{ table: 'people', index: 1, reason: 'no' }], []]);
  });

  it('turns requests away when it has too much to do', async () => {
    const writer = openWriter({ maxQueuedRows: 10, connections: 1 });
    const lock = new Client({ connectionString: db.ownerUrl });
    await lock.connect();
    await lock.query('begin; lock table raw.monitoring_metrics in access exclusive mode');
    const write = () =>
      writer.write(rowSet({ monitoring_metrics: Array.from({ length: 5 }, () => sampleRows.metric()) }));
    const first = write();
    await systemClock.sleep(200);
    const taken = [write(), write()];
    const refused = write();
    await expect(refused).rejects.toThrow(StoreAway);
    await expect(refused).rejects.toMatchObject({ retryAfterSeconds: 1 });
    await lock.query('commit');
    await lock.end();
    expect(await Promise.all([first, ...taken])).toEqual([[], [], []]);
  });

  it('writes what it took before it ends, and takes nothing more', async () => {
    const writer = openWriter();
    const row = sampleRows.metric();
    const write = writer.write(rowSet({ monitoring_metrics: [row] }));
    await writer.drain();
    expect(await write).toEqual([]);
    await expect(writer.write(rowSet({}))).rejects.toThrow(StoreAway);
    expect(await stored('select id from monitoring_metrics where id = $1', [row.id])).toHaveLength(1);
  });
});

/** Text that no compression makes small. */
function noise(length: number): string {
  return Array.from({ length: length / 36 }, () => randomUUID()).join('');
}
