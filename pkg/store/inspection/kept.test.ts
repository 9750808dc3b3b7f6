import { systemClock } from '../../lib/Clock';
import { isoDay } from '../partitions/daysAhead';
import { seedApp, seedRows } from '../query/testing/seedRows';
import { forEachDatabase } from '../testing/forEachDatabase';
import { withClient } from '../testing/withClient';
import { describeKept } from './describeKept';
import { inspectKept } from './inspectKept';

forEachDatabase('what is kept', (db) => {
  it('is found with its size, its first day and how long it stays', async () => {
    const now = systemClock.now();
    const id = await seedApp(db, 1, 'shop');
    await seedRows(db, 'errors', { id, orgId: 1 }, [{ at: now }]);
    const kept = await withClient(db.urlFor('jobs'), (client) => inspectKept(client));
    expect(kept).toHaveLength(16);
    expect(kept.find(({ table }) => table === 'error_logs')).toMatchObject({ since: isoDay(now), days: 90 });
    expect(kept.find(({ table }) => table === 'spans')).toMatchObject({ since: undefined, days: 30 });
    expect(kept.find(({ table }) => table === 'error_archives')).toMatchObject({ since: undefined, days: 730 });
    expect(kept.filter(({ bytes }) => !(bytes > 0))).toEqual([]);
  });
});

describe('a line about what is kept', () => {
  const line = (since: string | undefined, now = '2026-11-23') =>
    describeKept([{ table: 'spans', bytes: 1_250_000, since, days: 30 }], Date.parse(now))[0];

  it('says when the oldest goes', () => {
    expect(line('2026-11-01')).toEqual({
      verdict: 'good',
      text: 'Kept: spans, since 2026-11-01, 1.3 MB, for 30 days; 2026-11-01 goes on 2026-12-02',
    });
    expect(line(undefined)?.text).toBe('Kept: spans, nothing yet, 1.3 MB, for 30 days');
  });

  it('wonders about what should be gone', () => {
    expect(line('2026-11-01', '2026-12-04')?.verdict).toBe('good');
    expect(line('2026-11-01', '2026-12-05')?.verdict).toBe('note');
  });
});
