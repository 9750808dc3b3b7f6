import type { MaintenanceWindow } from '../../../contract/resources/maintenanceWindows';
import type { Silence } from '../../../contract/resources/silences';
import { calendarDays } from './calendarDays';
import { entriesOf } from './calendarEntries';

const made = { created_login: 'ada', created_at: '', updated_at: '', version: 1 };
const window: MaintenanceWindow = {
  ...made,
  id: 'w',
  name: 'Backup',
  comment: '',
  matchers: [],
  services: ['*'],
  time_zone: 'UTC',
  local_start: '2026-11-01T23:00',
  duration_minutes: 120,
  repeat: { every: 'week', weekdays: ['sunday'] },
  repeat_until: null,
  status: 'pending',
  occurrence: null,
};
const silence: Silence = {
  ...made,
  id: 's',
  name: null,
  comment: 'They know',
  matchers: [],
  starts_at: '2026-11-27T22:00:00.000Z',
  ends_at: '2026-11-29T01:00:00.000Z',
  status: 'active',
};
const local = (at: string) => at.slice(0, 16).replace('T', ' ');

describe('the calendar', () => {
  it('shows whole weeks from Monday', () => {
    const days = calendarDays('2026-11-17', 'month');
    expect([days[0], days.at(-1), days.length]).toEqual(['2026-10-26', '2026-12-06', 42]);
    expect(calendarDays('2027-02-28', 'month')).toHaveLength(28);
  });

  it('shows one week from Monday, also where a month or a year ends in it', () => {
    expect(calendarDays('2026-11-29', 'week')).toEqual(calendarDays('2026-11-23', 'week'));
    const days = calendarDays('2027-01-01', 'week');
    expect([days[0], days.at(-1), days.length]).toEqual(['2026-12-28', '2027-01-03', 7]);
  });

  it('shows a window on each day it reaches into, also from before the first day', () => {
    const entries = entriesOf([window], [], '2026-11-02', '2026-11-09', local);
    expect(entries.map(({ day, text }) => [day, text])).toEqual([
      ['2026-11-02', '…'],
      ['2026-11-08', '23:00'],
      ['2026-11-09', '…'],
    ]);
  });

  it('shows a silence from its beginning to its end', () => {
    expect(entriesOf([], [silence], '2026-11-01', '2026-11-30', local)).toEqual([
      { kind: 'silence', id: 's', day: '2026-11-27', name: 'They know', text: '22:00' },
      { kind: 'silence', id: 's', day: '2026-11-28', name: 'They know', text: '…' },
      { kind: 'silence', id: 's', day: '2026-11-29', name: 'They know', text: '…' },
    ]);
  });

  it('does not reach a day on which a window of whole days ends at midnight', () => {
    const day = { ...window, local_start: '2026-11-08T00:00', duration_minutes: 1440, repeat: null };
    expect(entriesOf([day], [], '2026-11-01', '2026-11-30', local)).toHaveLength(1);
  });
});
