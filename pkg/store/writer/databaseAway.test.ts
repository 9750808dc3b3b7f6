import { StoreAway } from '../../domain/ingest/RowWriter';
import { systemClock } from '../../lib/Clock';
import { eventually } from '../../lib/testing/eventually';
import { HangingProxy } from '../testing/HangingProxy';
import { openTestWriter } from '../testing/openTestWriter';
import { rowSet, sampleRows } from '../testing/sampleRows';
import { testDatabase } from '../testing/testDatabase';
import { withClient } from '../testing/withClient';
import type { GroupCommitWriter } from './GroupCommitWriter';

const hangTimeoutMs = 300;

describe('GroupCommitWriter while the database is away', () => {
  const db = testDatabase();
  let proxy: HangingProxy;
  let writer: GroupCommitWriter;

  const write = async (): Promise<string> => {
    const row = sampleRows.metric();
    await writer.write(rowSet({ monitoring_metrics: [row] }));
    return row.id;
  };
  const writeUntilTaken = async (): Promise<string> => {
    for (;;) {
      try {
        return await write();
      } catch (error) {
        expect(error).toBeInstanceOf(StoreAway);
        await systemClock.sleep(20);
      }
    }
  };
  const countOf = async (ids: readonly string[]): Promise<number> => {
    const { rows } = await withClient(db.urlFor('jobs'), (client) =>
      client.query('select id from monitoring_metrics where id = any($1)', [ids])
    );
    return rows.length;
  };

  beforeEach(async () => {
    proxy = await HangingProxy.start(db.ownerUrl);
    writer = openTestWriter(db, { url: proxy.urlFor(db.urlFor('ingest')), hangTimeoutMs });
    await write();
  });

  afterEach(async () => {
    await writer.drain();
    await proxy.stop();
  });

  it('says so in bounded time when the server hangs, then at once, and goes on when it wakes', async () => {
    proxy.hang();
    const started = Date.now();
    const outcomes = await Promise.allSettled([write(), write(), write(), write()]);
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    expect(Date.now() - started).toBeLessThan(10 * hangTimeoutMs);
    await expect(write()).rejects.toMatchObject({ name: 'StoreAway', retryAfterSeconds: 2 });
    proxy.wake();
    expect(await countOf([await writeUntilTaken()])).toBe(1);
  });

  it('turns away at once when nobody listens, and finds the server again by itself', async () => {
    const comeBack = await proxy.goDown();
    await expect(write()).rejects.toThrow(StoreAway);
    await eventually(() => !writer.available, 'the writer has noticed');
    const started = Date.now();
    await expect(write()).rejects.toThrow(StoreAway);
    expect(Date.now() - started).toBeLessThan(hangTimeoutMs);
    await comeBack();
    expect(await countOf([await writeUntilTaken()])).toBe(1);
  });

  it('loses nothing that it acknowledged when connections break again and again', async () => {
    const acknowledged: string[] = [];
    let done = false;
    const clients = Array.from({ length: 8 }, async () => {
      while (!done) {
        acknowledged.push(await writeUntilTaken());
      }
    });
    // However slow the machine is, some are acknowledged between two breaks.
    for (let round = 0; round < 15 || acknowledged.length <= 8; round += 1) {
      await systemClock.sleep(40);
      proxy.cut();
    }
    done = true;
    await Promise.all(clients);
    expect(await countOf(acknowledged)).toBe(acknowledged.length);
  });

  it('ends in bounded time while the server hangs', async () => {
    proxy.hang();
    const last = write();
    const lost = expect(last).rejects.toThrow(StoreAway);
    const started = Date.now();
    await writer.drain();
    await lost;
    expect(Date.now() - started).toBeLessThan(8_000);
  });
});
