import type { Calculation } from '../../contract/query/calculations';

/** What a calculation is called in a list, and what it says about the rows of a group. */
export const calculationTexts: Record<Calculation, { label: string; description: string }> = {
  count: { label: 'Count', description: 'How many there were' },
  rate: { label: 'Rate', description: 'How many per second' },
  sum: { label: 'Sum', description: 'All values added up' },
  avg: { label: 'Average', description: 'The mean; a few extreme values move it far' },
  min: { label: 'Minimum', description: 'The lowest value' },
  max: { label: 'Maximum', description: 'The highest value' },
  p50: { label: 'p50', description: 'Half had this or less: the median' },
  p75: { label: 'p75', description: 'Three in four had this or less: what Web Vitals are judged by' },
  p90: { label: 'p90', description: 'Nine in ten had this or less' },
  p95: { label: 'p95', description: '19 in 20 had this or less' },
  p99: { label: 'p99', description: '99 in 100 had this or less' },
  uniques_users: { label: 'Unique users', description: 'Different people, or visitors a day where nobody consented' },
  uniques_sessions: { label: 'Unique sessions', description: 'Different visits' },
  share_good: { label: 'Share good', description: 'Percent of page views rated good, of results that were healthy' },
  share_needs_improvement: {
    label: 'Share needs improvement',
    description: 'Percent of page views in between, of results that were degraded',
  },
  share_poor: { label: 'Share poor', description: 'Percent of page views rated poor, of results that were down' },
  uptime: { label: 'Uptime', description: 'Percent of the observed time that was not down' },
};
