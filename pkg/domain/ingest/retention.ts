import { retentionTable } from '../../../src/contract/retentionTable';
import { day, hour, minute } from '../../lib/duration';
import type { RawTable } from './rows';

/** How long raw rows are kept unless an organisation says otherwise, in milliseconds: older items are not taken in. */
export const rawRetention: Readonly<Record<RawTable, number>> = {
  analytics_events: retentionTable.analytics.raw * day,
  error_logs: retentionTable.errors.raw * day,
  performance_data: retentionTable.performance.raw * day,
  monitoring_metrics: retentionTable.metrics.raw * day,
  system_health: retentionTable.health.raw * day,
  spans: retentionTable.spans.raw * day,
};

/** How far ahead of the server's clock an item may be. */
export const furthestAhead = 10 * minute;

/** How far ahead of the server's clock an item shows that its sender's is off; beyond that the item itself is absurd. */
export const furthestOff = 24 * hour;
