import { day, hour, minute } from '../../lib/duration';
import { testNow } from './testing/fakeStore';
import { mappingTools, mapPayload } from './testing/mapping';

const at = (offset: number) => new Date(testNow + offset).toISOString();

describe('the time of an item', () => {
  const event = (offset: number) => ({ name: 'a', timestamp: at(offset) });
  const times = (...offsets: number[]) => {
    const { rows, rejected } = mapPayload({ events: offsets.map(event) });
    return [rows.analytics_events.map((row) => row.timestamp - testNow), rejected.length];
  };

  it('is kept from the raw retention to 10 minutes ahead', () => {
    expect(times(-90 * day, 10 * minute)).toEqual([[-90 * day, 10 * minute], 0]);
    expect(times(-90 * day - 1)).toEqual([[], 1]);
  });

  it('is 30 days for vitals', () => {
    const measurements = [-30 * day, -30 * day - 1].map((offset) => ({
      type: 'web-vitals',
      values: { lcp: 1 },
      timestamp: at(offset),
    }));
    const { rows, rejected } = mapPayload({ measurements });
    expect([rows.performance_data.length, rejected.length]).toEqual([1, 1]);
  });

  it('is shifted, with the whole batch, by a clock that is ahead, in steps of 5 minutes', () => {
    const { rows } = mapPayload({ events: [event(hour + 2 * minute), event(hour - minute)] });
    expect(rows.analytics_events.map((row) => row.timestamp - testNow)).toEqual([2 * minute, -minute]);
    expect(rows.analytics_events[0]?.event_data).toMatchObject({ original_timestamp: at(hour + 2 * minute) });
  });

  it.each([day + 1, 365 * day, 200 * 365 * day])('of a neighbour survives one that is %d ms ahead', (absurd) => {
    expect(times(0, absurd)).toEqual([[0], 1]);
    expect(mapPayload({ events: [event(0), event(absurd)] }).rejected).toEqual([
      { index: 1, kind: 'event', reason: 'timestamp is in the future' },
    ]);
  });

  it('is shifted by up to a day, whatever one absurd neighbour says', () => {
    expect(times(day, day - minute)).toEqual([[0, -minute], 0]);
    expect(times(hour, 365 * day)).toEqual([[0], 1]);
  });

  it('that is absurd refuses the same item when the request is repeated much later', () => {
    const tools = mappingTools();
    const first = mapPayload({ events: [event(hour), event(day + hour)] }, {}, tools);
    const again = mapPayload({ events: [event(hour), event(day + hour)] }, { receivedAt: testNow + 2 * hour }, tools);
    expect(first.rejected).toHaveLength(1);
    expect(again.rejected).toEqual(first.rejected);
    expect(again.rows).toEqual(first.rows);
  });

  it.each(['yesterday', '2026', 'NaN', {}, [], true, '2026-13-45T00:00:00Z'])('%j is refused', (value) => {
    expect(mapPayload({ events: [{ name: 'a', timestamp: value }, event(0)] })).toMatchObject({
      accepted: { event: 1 },
      rejected: [{ index: 0 }],
    });
  });

  it('is that of the newest item where none is given', () => {
    const { rows } = mapPayload({ events: [{ name: 'a' }, event(-5000)] });
    expect(rows.analytics_events[0]?.timestamp).toBe(testNow - 5000);
  });
});
