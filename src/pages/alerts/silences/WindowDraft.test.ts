import type { Recurrence } from '../../../contract/alerting/Recurrence';
import type { MaintenanceWindow } from '../../../contract/resources/maintenanceWindows';
import { describeWindow } from './describeWindow';
import { draftOfWindow, newWindowDraft, problemsOfWindow, windowOfDraft } from './WindowDraft';

const stored = (repeat: Recurrence | null): MaintenanceWindow => ({
  id: 'w',
  name: 'Database',
  comment: '',
  matchers: [],
  services: ['api'],
  time_zone: 'Europe/Berlin',
  local_start: '2026-11-29T02:00',
  duration_minutes: 120,
  repeat,
  repeat_until: repeat === null ? null : '2027-01-31',
  status: 'pending',
  occurrence: null,
  created_login: 'ada',
  created_at: '2026-11-01T00:00:00.000Z',
  updated_at: '2026-11-01T00:00:00.000Z',
  version: 1,
});

describe('the form of a maintenance window', () => {
  it.each<[string, Recurrence | null]>([
    ['Once on 2026-11-29 at 02:00 for 2 h (Europe/Berlin)', null],
    ['Every day at 02:00', { every: 'day', interval: 1 }],
    ['Every 2 weeks on Sunday and Monday at 02:00', { every: 'week', interval: 2, weekdays: ['sunday', 'monday'] }],
    ['Every month on day 1 and the last day at 02:00', { every: 'month', interval: 1, month_days: [1, -1] }],
    ['Every month on the last Sunday at 02:00', { every: 'month', interval: 1, weekday: 'sunday', nth: -1 }],
  ])('gives back what it was given: %s', (words, repeat) => {
    const window = stored(repeat);
    const { name, comment, matchers, services, time_zone, local_start, duration_minutes, repeat_until } = window;
    const sent = { name, comment, matchers, services, time_zone, local_start, duration_minutes, repeat, repeat_until };
    expect(problemsOfWindow(draftOfWindow(window))).toEqual({});
    expect(windowOfDraft(draftOfWindow(window))).toEqual(sent);
    expect(describeWindow(window)).toContain(words);
  });

  it('names what is missing or wrong', () => {
    const draft = newWindowDraft('UTC', '2026-11-29T02:00');
    expect(Object.keys(problemsOfWindow(draft))).toEqual(['name', 'services']);
    const wrong = {
      ...draft,
      name: 'a',
      services: ['api'],
      local_start: '',
      duration_minutes: '0',
      repeat: 'month_days' as const,
      interval: '1.5',
      month_days: '0, 32',
    };
    expect(Object.keys(problemsOfWindow(wrong))).toEqual(['local_start', 'duration_minutes', 'interval', 'month_days']);
    expect(problemsOfWindow({ ...draft, repeat: 'week', weekdays: [] })).toHaveProperty('weekdays');
    expect(problemsOfWindow({ ...draft, repeat: 'day', repeat_until: '2026-11-01' })).toHaveProperty('repeat_until');
  });
});
