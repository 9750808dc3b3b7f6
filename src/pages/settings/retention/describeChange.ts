import { dateTimeFormat } from '@grafana/data';
import type { RetentionChange } from './RetentionDraft';

const dayMs = 24 * 60 * 60 * 1000;

/** What saving a change does, and when, as sentences. `now` in epoch milliseconds. */
export function describeChange({ from, to, defaultDays }: RetentionChange, now: number): string {
  const days = `${count(from)} → ${count(to)}.`;
  if (to < from) {
    const first = dateTimeFormat(now - to * dayMs, { format: 'YYYY-MM-DD', timeZone: 'utc' });
    return `${days} Everything from before ${first} is deleted within the next hour, for good.`;
  }
  return to > defaultDays
    ? `${days} Kept for longer than usual (${count(defaultDays)}): it takes more space, and personal data stays for longer.`
    : `${days} What is already deleted does not come back.`;
}

const count = (days: number): string => `${days.toLocaleString('en')} ${days === 1 ? 'day' : 'days'}`;
