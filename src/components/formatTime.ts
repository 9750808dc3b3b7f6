import { dateTimeFormat } from '@grafana/data';

/** An instant of the server in the person's own time zone, to the minute. */
export function formatTime(timestamp: string): string {
  return dateTimeFormat(timestamp, { format: 'YYYY-MM-DD HH:mm' });
}
