import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { StoreAway } from '../../domain/ingest/RowWriter';
import type { Clock } from '../../lib/Clock';
import { day, hour, minute } from '../../lib/duration';
import { silentLogger } from '../../lib/Logger';
import { StoreMaintenance } from '../maintenance/StoreMaintenance';
import { forEachDatabase } from '../testing/forEachDatabase';
import { StoredVisitorSessions } from './StoredVisitorSessions';

forEachDatabase('sessions of visitors whose clients name none', (db) => {
  let pool: Pool;
  let now: number;
  const clock: Clock = { now: () => now, sleep: () => Promise.resolve() };
  const appId = randomUUID();
  /** As one process has it. */
  const process = () => new StoredVisitorSessions(pool, clock);
  const visitorOf = (orgId = 1) => ({ orgId, appId, visitorId: randomUUID() });

  beforeAll(() => {
    pool = new Pool({ connectionString: db.urlFor('app'), max: 4 });
  });
  afterAll(() => pool.end());
  beforeEach(() => {
    now = Date.parse('2026-11-23T12:00:00Z');
  });

  it('are the same in every process, also while they begin', async () => {
    const visitor = visitorOf();
    const ids = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => process().resolve(visitor, [now + index * 1000]))
    );
    expect(new Set(ids.flat()).size).toBe(1);
  });

  it('go on where another process saw the visitor last', async () => {
    const [one, other] = [process(), process()];
    const visitor = visitorOf();
    const [first] = await one.resolve(visitor, [now]);
    await other.resolve(visitor, [now + 25 * minute]);
    // This one last saw the visitor 50 minutes ago.
    expect(await one.resolve(visitor, [now + 50 * minute])).toEqual([first]);
    expect(await other.resolve(visitor, [now + 79 * minute])).toEqual([first]);
    expect(await one.resolve(visitor, [now + 110 * minute])).not.toEqual([first]);
  });

  it('are answered without the database while a minute lasts that was seen', async () => {
    const sessions = process();
    const visitor = visitorOf();
    const connect = jest.spyOn(pool, 'connect');
    const first = await sessions.resolve(visitor, [now]);
    const asked = connect.mock.calls.length;
    expect(sessions.resolve(visitor, [now])).toEqual(first);
    await sessions.resolve(visitor, [now + 1]);
    expect(sessions.resolve(visitor, [now + 59_999])).toEqual(first);
    expect(connect.mock.calls.length).toBe(asked + 1);
    connect.mockRestore();
  });

  it('have the same ids for a body that comes again, hours later and to a process that has just begun', async () => {
    const visitor = visitorOf();
    const times = [now - 3 * hour, now - 2 * hour, now];
    const first = await process().resolve(visitor, times);
    expect(new Set(first).size).toBe(3);
    await process().resolve(visitor, [now + hour]);
    expect(await process().resolve(visitor, times)).toEqual(first);
  });

  it('of many visitors are looked up together', async () => {
    const sessions = process();
    const connect = jest.spyOn(pool, 'connect');
    const answers = await Promise.all(
      Array.from({ length: 300 }, async () => sessions.resolve({ orgId: 1, appId, visitorId: randomUUID() }, [now]))
    );
    expect(new Set(answers.flat()).size).toBe(300);
    expect(connect.mock.calls.length).toBeLessThanOrEqual(3);
    connect.mockRestore();
  });

  it('are kept apart by organisation', async () => {
    const foreign = visitorOf(2);
    await process().resolve(foreign, [now]);
    const client = await pool.connect();
    await client.query(`begin; select set_config('seamark.org_id', '1', true)`);
    const { rows } = await client.query('select from visitor_sessions where visitor_id = $1', [foreign.visitorId]);
    await client.query('rollback');
    client.release();
    expect(rows).toEqual([]);
  });

  it('say so where the database is away, and know it again when it is back', async () => {
    const nowhere = new Pool({ connectionString: 'postgresql://x:y@127.0.0.1:1/z' });
    await expect(new StoredVisitorSessions(nowhere, clock).resolve(visitorOf(), [now])).rejects.toThrow(StoreAway);
    await nowhere.end();
    const sessions = process();
    const connect = jest.spyOn(pool, 'connect').mockRejectedValueOnce(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) as never); // prettier-ignore
    const visitor = visitorOf();
    await expect(sessions.resolve(visitor, [now])).rejects.toThrow(StoreAway);
    connect.mockRestore();
    expect(await sessions.resolve(visitor, [now])).toHaveLength(1);
  });

  it('are forgotten with the salts of their day', async () => {
    const jobs = new Pool({ connectionString: db.urlFor('jobs'), max: 1 });
    const maintenance = new StoreMaintenance(jobs, db.ownerUrl, silentLogger);
    const visitor = visitorOf();
    await process().resolve(visitor, [now]);
    const count = async () =>
      (await jobs.query('select from visitor_sessions where visitor_id = $1', [visitor.visitorId])).rowCount;
    await maintenance.destroySalts(Date.parse('2026-11-24T23:59:59Z'));
    expect(await count()).toBe(1);
    await maintenance.destroySalts(Date.parse('2026-11-25T00:00:00Z'));
    expect(await count()).toBe(0);
    await jobs.end();
  });

  it('keep of a visitor who agreed to be known only the last two days', async () => {
    const visitor = visitorOf();
    for (let index = 0; index < 5; index += 1) {
      await process().resolve(visitor, [now]);
      now += day;
    }
    const client = await pool.connect();
    await client.query(`begin; select set_config('seamark.org_id', '1', true)`);
    const { rows } = await client.query<{ n: number }>(
      'select jsonb_array_length(windows) as n from visitor_sessions where visitor_id = $1',
      [visitor.visitorId]
    );
    await client.query('rollback');
    client.release();
    expect(rows[0]?.n).toBeLessThanOrEqual(3);
  });
});
