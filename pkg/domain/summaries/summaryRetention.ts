import type { DataKind } from '../../../src/contract/query/kinds';

/** How long summaries of a kind are kept unless an organisation says otherwise; hours and minutes live as long as raw rows. */
export interface SummaryRetention {
  /** What retention policies call the kind. */
  data: string;
  /** Days with all their dimensions. */
  summaryDays: number;
  /** Totals of days, from which trends are drawn. */
  trendDays: number;
}

export const summaryRetention: Readonly<Record<DataKind, SummaryRetention>> = {
  performance: { data: 'performance', summaryDays: 365, trendDays: 730 },
  metrics: { data: 'metrics', summaryDays: 365, trendDays: 730 },
  events: { data: 'analytics', summaryDays: 730, trendDays: 730 },
  errors: { data: 'errors', summaryDays: 365, trendDays: 365 },
  health: { data: 'health', summaryDays: 365, trendDays: 730 },
};
