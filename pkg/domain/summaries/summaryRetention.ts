import type { RowKind } from '../../../src/contract/query/kinds';
import { type RetainedData, retentionTable } from '../../../src/contract/retentionTable';

/** How long summaries of a kind are kept unless an organisation says otherwise; hours and minutes live as long as raw rows. */
export interface SummaryRetention {
  /** What retention policies call the kind. */
  data: RetainedData;
  /** Days with all their dimensions. */
  summaryDays: number;
  /** Totals of days, from which trends are drawn; undefined: they go with the other summaries. */
  trendDays: number | undefined;
}

const { analytics, performance, metrics, errors, health } = retentionTable;

export const summaryRetention: Readonly<Record<RowKind, SummaryRetention>> = {
  performance: { data: 'performance', summaryDays: performance.summary, trendDays: performance.trend },
  metrics: { data: 'metrics', summaryDays: metrics.summary, trendDays: metrics.trend },
  events: { data: 'analytics', summaryDays: analytics.summary, trendDays: undefined },
  errors: { data: 'errors', summaryDays: errors.summary, trendDays: undefined },
  health: { data: 'health', summaryDays: health.summary, trendDays: health.trend },
};
