import type { Recurrence } from '../../../contract/alerting/Recurrence';
import { occurrenceDays } from './occurrenceDays';

const days = (repeat: Recurrence | null, local_start = '2026-11-02T02:00', repeat_until: string | null = null) =>
  occurrenceDays({ local_start, repeat, repeat_until }, '2026-11-01', '2026-11-30').map((day) => Number(day.slice(8)));

describe('the days of a maintenance window', () => {
  it.each<[string, Recurrence | null, number[]]>([
    ['once', null, [2]],
    [
      'every other week on two days',
      { every: 'week', interval: 2, weekdays: ['monday', 'friday'] },
      [2, 6, 16, 20, 30],
    ],
    ['every tenth day', { every: 'day', interval: 10 }, [2, 12, 22]],
    ['the 15th and the last of a month', { every: 'month', month_days: [15, -1] }, [15, 30]],
    ['the second Tuesday', { every: 'month', weekday: 'tuesday', nth: 2 }, [10]],
    ['the last Monday', { every: 'month', weekday: 'monday', nth: -1 }, [30]],
  ])('%s', (_, repeat, expected) => {
    expect(days(repeat)).toEqual(expected);
  });

  it('are none before it begins, after it ends, and in months that are left out', () => {
    expect(days({ every: 'day' }, '2026-11-28T02:00')).toEqual([28, 29, 30]);
    expect(days({ every: 'day' }, '2026-10-01T02:00', '2026-11-02')).toEqual([1, 2]);
    expect(days({ every: 'month', interval: 2, month_days: [1] }, '2026-10-01T02:00')).toEqual([]);
    expect(days(null, '2026-12-01T02:00')).toEqual([]);
  });

  it('leave out a month without the day', () => {
    expect(days({ every: 'month', month_days: [31] }, '2026-10-31T02:00')).toEqual([]);
  });
});
