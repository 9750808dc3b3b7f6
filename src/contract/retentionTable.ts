/** What retention tells apart, by what the rows are about. */
export const retainedData = [
  'analytics',
  'performance',
  'errors',
  'health',
  'metrics',
  'spans',
  'consent',
  'silences',
] as const;
export type RetainedData = (typeof retainedData)[number];

/**
 * In what form it is kept: `raw` rows with summaries of minutes and hours; `summary` days with all dimensions; `trend`
 * totals of days; `pattern` what sessions did, without the visitors; `archive` critical errors.
 */
export const retentionTiers = ['raw', 'summary', 'trend', 'pattern', 'archive'] as const;
export type RetentionTier = (typeof retentionTiers)[number];

/** Days that each is kept unless an organisation says otherwise. A tier that is not here does not exist. */
export const retentionTable = {
  analytics: { raw: 90, summary: 730, pattern: 365 },
  performance: { raw: 30, summary: 365, trend: 730 },
  errors: { raw: 90, summary: 365, archive: 730 },
  health: { raw: 30, summary: 365, trend: 730 },
  metrics: { raw: 30, summary: 365, trend: 730 },
  spans: { raw: 30 },
  /** What visitors decided: as long as anybody may ask whether they had agreed. */
  consent: { raw: 365 },
  /** From their end on: as long as summaries of the errors that were silenced. */
  silences: { raw: 365 },
} as const satisfies Record<RetainedData, { raw: number } & Partial<Record<RetentionTier, number>>>;

/**
 * Which tier each is made of, or takes the place of: it must outlive that one. A summary equals its raw rows as long as
 * there are any, so it may not go first.
 */
export const outlivedTier: Readonly<Partial<Record<RetentionTier, RetentionTier>>> = {
  summary: 'raw',
  trend: 'summary',
  pattern: 'raw',
  archive: 'raw',
};

/** The longest that anything can be kept, about ten years. */
export const mostRetentionDays = 3660;
