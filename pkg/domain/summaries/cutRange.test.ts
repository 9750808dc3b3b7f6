import fc from 'fast-check';
import { day, hour, minute, week } from '../../lib/duration';
import { cutRange, type Grain, type SummaryState } from './cutRange';

const state = (dirty: Partial<Record<Grain, number[]>> = {}, minutes: number[] = []): SummaryState => ({
  dirty: {
    minute: new Set(dirty.minute),
    hour: new Set(dirty.hour),
    six_hours: new Set(dirty.six_hours),
    day: new Set(dirty.day),
    week: new Set(dirty.week),
  },
  minutes: new Set(minutes),
});

const sources = (...args: Parameters<typeof cutRange>) =>
  cutRange(...args).map(({ source, from, to }) => `${source} ${from / hour}–${to / hour}`);

describe('cutRange', () => {
  it('reads whole days, hours at the ends, and raw rows where an hour is cut', () => {
    const range = { from: 22.5 * hour, to: 3 * day + 1.5 * hour };
    expect(sources({ range, bucketMs: undefined, state: state() })).toEqual([
      'raw 22.5–23',
      'hour 23–24',
      'day 24–72',
      'hour 72–73',
      'raw 73–73.5',
    ]);
  });

  it('reads a day with a dirty hour from its quarters and hours, and that hour from raw rows', () => {
    const range = { from: 0, to: 2 * day };
    const dirty = state({ hour: [5 * hour] });
    expect(sources({ range, bucketMs: undefined, state: dirty })).toEqual([
      'hour 0–5',
      'raw 5–6',
      'six_hours 6–24',
      'day 24–48',
    ]);
  });

  it('reads a dirty day from its quarters, and a dirty quarter from its hours', () => {
    const range = { from: 0, to: day };
    expect(sources({ range, bucketMs: day, state: state({ day: [0] }) })).toEqual(['six_hours 0–24']);
    const dirty = state({ day: [0], six_hours: [6 * hour] });
    expect(sources({ range, bucketMs: day, state: dirty })).toEqual(['six_hours 0–6', 'hour 6–12', 'six_hours 12–24']);
  });

  it('reads a day whose quarters are not written yet: it is the sum of hours', () => {
    const dirty = state({ six_hours: [0, 6 * hour] });
    expect(sources({ range: { from: 0, to: day }, bucketMs: day, state: dirty })).toEqual(['day 0–24']);
  });

  it('reads whole weeks, and those of which any part is dirty by their days', () => {
    const range = { from: 5 * day, to: 5 * week + day };
    const dirty = state({ week: [2 * week], hour: [3 * week + day + hour] });
    expect(sources({ range, bucketMs: undefined, state: dirty })).toEqual([
      'day 120–168',
      'week 168–336',
      'day 336–528',
      'hour 528–529',
      'raw 529–530',
      'hour 530–534',
      'six_hours 534–552',
      'day 552–672',
      'week 672–840',
      'day 840–864',
    ]);
    expect(sources({ range: { from: 0, to: week }, bucketMs: undefined, state: state({ day: [day] }) })).toEqual([
      'day 0–24',
      'six_hours 24–48',
      'day 48–168',
    ]);
  });

  it('reads nothing coarser than the buckets of the answer', () => {
    const range = { from: 0, to: 2 * day };
    expect(sources({ range, bucketMs: 6 * hour, state: state() })).toEqual(['six_hours 0–48']);
    expect(sources({ range: { from: 0, to: 2 * week }, bucketMs: day, state: state() })).toEqual(['day 0–336']);
    expect(sources({ range, bucketMs: 5 * minute, state: state() })).toEqual(['raw 0–48']);
  });

  it('reads minutes where an hour is kept by them, but for those that are dirty', () => {
    const range = { from: 0, to: 2 * hour };
    const kept = state({ minute: [hour + 30 * minute] }, [hour]);
    expect(sources({ range, bucketMs: undefined, state: kept })).toEqual([
      'hour 0–1',
      'minute 1–1.5',
      `raw 1.5–${91 / 60}`,
      `minute ${91 / 60}–2`,
    ]);
  });

  it('covers any range exactly once', () => {
    const times = fc.array(fc.integer({ min: 0, max: 20 * 1440 }), { maxLength: 20 });
    fc.assert(
      fc.property(
        times,
        times,
        times,
        fc.integer({ min: 0, max: 20 * day }),
        fc.integer({ min: 1, max: 20 * day }),
        (a, b, c, from, length) => {
          const hours = (list: number[]) => list.map((at) => Math.floor(at / 60) * hour);
          const range = { from, to: from + length };
          const known = state({ hour: hours(a), minute: b.map((at) => at * minute) }, hours(c));
          const pieces = cutRange({ range, bucketMs: undefined, state: known });
          expect(pieces[0]?.from).toBe(range.from);
          expect(pieces.at(-1)?.to).toBe(range.to);
          pieces.slice(1).forEach((piece, index) => expect(piece.from).toBe(pieces[index]?.to));
          for (const { source, from: start, to } of pieces.filter((piece) => piece.source !== 'raw')) {
            const hasDirty = [...known.dirty.hour, ...known.dirty.minute].some((at) => at >= start && at < to);
            expect(`${source} ${String(hasDirty)}`).toBe(`${source} false`);
          }
        }
      )
    );
  });
});
