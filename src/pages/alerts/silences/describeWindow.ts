import { describeDuration } from '../../../contract/alerting/describeDuration';
import type { Recurrence } from '../../../contract/alerting/Recurrence';
import type { MaintenanceWindow } from '../../../contract/resources/maintenanceWindows';

const listed = new Intl.ListFormat('en');
const ordinals: Record<string, string> = {
  '1': 'first',
  '2': 'second',
  '3': 'third',
  '4': 'fourth',
  '5': 'fifth',
  '-1': 'last',
};

type Planned = Pick<MaintenanceWindow, 'time_zone' | 'local_start' | 'duration_minutes' | 'repeat' | 'repeat_until'>;

/** When a window holds, as in "every week on Sunday at 02:00 for 2 h (Europe/Berlin)". */
export function describeWindow({ time_zone, local_start, duration_minutes, repeat, repeat_until }: Planned): string {
  const [date = '', time = ''] = local_start.split('T');
  const lasting = `for ${describeDuration(duration_minutes * 60)} (${time_zone})`;
  if (repeat === null) {
    return `Once on ${date} at ${time} ${lasting}`;
  }
  const until = repeat_until === null ? '' : `, until ${repeat_until}`;
  return `${describeRepeat(repeat)} at ${time} ${lasting}, from ${date} on${until}`;
}

/** `Every second week on Monday and Friday`. */
export function describeRepeat(repeat: Recurrence): string {
  const { interval = 1 } = repeat;
  const every = interval === 1 ? `Every ${repeat.every}` : `Every ${interval} ${repeat.every}s`;
  switch (repeat.every) {
    case 'day':
      return every;
    case 'week':
      return `${every} on ${listed.format(repeat.weekdays.map(capitalised))}`;
    case 'month':
      return 'month_days' in repeat
        ? `${every} on ${listed.format(repeat.month_days.map(dayText))}`
        : `${every} on the ${ordinals[String(repeat.nth)] ?? ''} ${capitalised(repeat.weekday)}`;
  }
}

function dayText(day: number): string {
  if (day > 0) {
    return `day ${day}`;
  }
  return day === -1 ? 'the last day' : `the day ${-day - 1} before the last`;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
