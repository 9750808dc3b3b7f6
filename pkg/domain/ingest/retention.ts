import { day, minute } from '../../lib/duration';
import type { RawTable } from './rows';

/** How long raw rows are kept, in milliseconds: older items are not taken in. */
export const rawRetention: Readonly<Record<RawTable, number>> = {
  analytics_events: 90 * day,
  error_logs: 90 * day,
  performance_data: 30 * day,
  monitoring_metrics: 30 * day,
  system_health: 30 * day,
  spans: 30 * day,
};

/** How far ahead of the server's clock an item may be. */
export const furthestAhead = 10 * minute;
