import { StoreAway } from '../../domain/ingest/RowWriter';
import { rowSet, sampleRows } from '../testing/sampleRows';
import { encodeRows } from './encodeRows';
import type { PendingWrite } from './PendingWrite';
import { WriteQueue } from './WriteQueue';

const never = new AbortController().signal;

function pending(rowCount: number, change: { app_id?: string } = {}): PendingWrite & { rejected: unknown[] } {
  const rows = rowSet({ monitoring_metrics: Array.from({ length: rowCount }, () => sampleRows.metric(change)) });
  const rejected: unknown[] = [];
  return {
    encoded: encodeRows(rows),
    resolve: () => undefined,
    reject: (error) => rejected.push(error),
    rejected,
  };
}

describe('WriteQueue', () => {
  const open = (rows = 10, size = 1_000_000) => new WriteQueue({ rows, size });

  it('gives what waits in order, as many whole requests as fit a batch', async () => {
    const queue = open();
    const requests = [pending(2), pending(2), pending(2)];
    requests.forEach((request) => queue.push(request));
    expect(await queue.take(5, never)).toEqual(requests.slice(0, 2));
    expect(await queue.take(5, never)).toEqual(requests.slice(2));
    expect([queue.rows, queue.size, queue.requests]).toEqual([0, 0, 0]);
  });

  it('has no room for an app whose oldest request waits for long, but for others, until that is taken', async () => {
    let now = 1_000;
    const queue = new WriteQueue({ rows: 100, size: 1_000_000, wait: 3_000 }, () => now);
    const [noisy, quiet] = [pending(1), pending(1, { app_id: '6f9619ff-8b86-4d01-b42d-00cf4fc964f0' })];
    const app = noisy.encoded.app;
    queue.push(noisy);
    now += 3_000;
    expect(queue.isFullFor(app)).toBe(false);
    now += 1;
    expect(queue.isFullFor(app)).toBe(true);
    expect(queue.isFullFor(quiet.encoded.app)).toBe(false);
    await queue.take(1, never);
    expect(queue.isFullFor(app)).toBe(false);
  });

  it('gives a request that is larger than a batch alone', async () => {
    const queue = open();
    const large = pending(8);
    queue.push(large);
    queue.push(pending(1));
    expect(await queue.take(5, never)).toEqual([large]);
  });

  it('wakes one who waits for each that comes', async () => {
    const queue = open();
    const takes = [queue.take(5, never), queue.take(5, never)];
    const [one, two] = [pending(1), pending(1)];
    queue.push(one);
    expect(await takes[0]).toEqual([one]);
    queue.finish();
    queue.push(two);
    expect(await takes[1]).toEqual([two]);
  });

  it('gives together what comes in one turn of the event loop', async () => {
    const queue = open();
    const taken = queue.take(5, never);
    const requests = [pending(1), pending(1), pending(1)];
    for (const request of requests) {
      queue.push(request);
      await Promise.resolve();
    }
    expect(await taken).toEqual(requests);
  });

  describe('while a batch is under way', () => {
    const busy = async (): Promise<WriteQueue> => {
      const queue = open(2_000);
      queue.push(pending(1));
      await queue.take(5, never);
      return queue;
    };

    it('gathers until that is finished', async () => {
      const queue = await busy();
      const next = queue.take(5, never);
      const requests = [pending(1), pending(1)];
      requests.forEach((request) => queue.push(request));
      queue.finish();
      expect(await next).toEqual(requests);
    });

    it('begins another for as many rows as are worth one', async () => {
      const queue = await busy();
      const next = queue.take(2_000, never);
      const requests = [pending(400), pending(100)];
      requests.forEach((request) => queue.push(request));
      expect(await next).toEqual(requests);
    });

    it('does not wait for one that does not end', async () => {
      const queue = await busy();
      const waiting = pending(1);
      queue.push(waiting);
      expect(await queue.take(5, never)).toEqual([waiting]);
    });
  });

  it.each([
    ['rows', 4, 1_000_000],
    ['size', 1_000, 500],
  ])('refuses what would be too many %s, and takes it once there is room', async (_what, rows, size) => {
    const queue = open(rows, size);
    queue.push(pending(3));
    expect(() => queue.push(pending(3))).toThrow(StoreAway);
    await queue.take(5, never);
    expect(() => queue.push(pending(3))).not.toThrow();
  });

  it('takes a request of any size when nothing else waits, and is full then', () => {
    const queue = open(2);
    expect(queue.isFullFor('one')).toBe(false);
    expect(() => queue.push(pending(5, { app_id: 'one' }))).not.toThrow();
    expect(queue.isFullFor('one')).toBe(true);
  });

  describe('with apps that bring much and apps that bring little', () => {
    const [noisy, quiet, other] = ['noisy', 'quiet', 'other'].map((app_id) => ({ app_id }));

    it('takes one of each in turn, and each in its own order', async () => {
      const queue = open(100);
      const loud = [1, 2, 3, 4].map(() => pending(2, noisy));
      const few = [pending(2, quiet), pending(2, other)];
      [...loud, ...few].forEach((request) => queue.push(request));
      expect(await queue.take(6, never)).toEqual([loud[0], ...few]);
      const late = pending(2, quiet);
      queue.push(late);
      expect(await queue.take(4, never)).toEqual([loud[1], late]);
      expect(await queue.take(100, never)).toEqual(loud.slice(2));
      expect([queue.rows, queue.size, queue.requests]).toEqual([0, 0, 0]);
    });

    it('has room for the quiet although the noisy filled it, and none for the noisy', () => {
      const queue = open(10);
      queue.push(pending(9, noisy));
      queue.push(pending(1, noisy));
      expect(queue.isFullFor('noisy')).toBe(true);
      expect(queue.isFullFor('quiet')).toBe(false);
      expect(() => queue.push(pending(1, noisy))).toThrow(StoreAway);
      expect(() => queue.push(pending(1, quiet))).not.toThrow();
    });

    it('holds no more than twice its limits, however many apps come', () => {
      const queue = open(100);
      for (let request = 0; request < 2_000; request += 1) {
        try {
          queue.push(pending(1, { app_id: `app ${request % 90}` }));
        } catch (error) {
          expect(error).toBeInstanceOf(StoreAway);
        }
      }
      expect(queue.rows).toBeLessThanOrEqual(200);
    });
  });

  it('leaves what waits to another when the one who was woken is gone', async () => {
    const queue = open();
    const gone = new AbortController();
    const first = queue.take(5, gone.signal);
    const second = queue.take(5, never);
    const request = pending(1);
    queue.push(request);
    gone.abort();
    expect(await first).toBeUndefined();
    expect(await second).toEqual([request]);
  });

  it('can be emptied by refusing all', () => {
    const queue = open();
    const request = pending(3);
    queue.push(request);
    const reason = new StoreAway('away', 1);
    queue.rejectAll(reason);
    expect(request.rejected).toEqual([reason]);
    expect(queue.rows).toBe(0);
  });

  it('takes nothing once closed, and ends those who wait when it is empty', async () => {
    const queue = open();
    queue.push(pending(1));
    queue.close();
    expect(() => queue.push(pending(1))).toThrow(/stopping/);
    expect(await queue.take(5, never)).toHaveLength(1);
    expect(await queue.take(5, never)).toBeUndefined();
  });
});
