import type { RetainedData, RetentionTier } from '../../../contract/retentionTable';

/** What is kept, in the words of the pages. */
export const dataTexts: Record<RetainedData, string> = {
  analytics: 'Page views and events',
  performance: 'Web Vitals',
  errors: 'Errors',
  health: 'Health',
  metrics: 'Other measurements',
  spans: 'Traces',
  consent: 'Consent decisions',
  silences: 'Ended silences',
};

/** In what form it is kept. */
export const tierTexts: Record<RetentionTier, { label: string; description: string }> = {
  raw: { label: 'Single entries', description: 'As they came, with everything that was sent.' },
  summary: {
    label: 'Daily numbers',
    description: 'By page, browser, country and the like; of nobody in particular.',
  },
  trend: { label: 'Daily totals', description: 'One number a day.' },
  pattern: {
    label: 'Behaviour',
    description: 'Entry and exit pages, ways through the site, use of features; numbers only.',
  },
  archive: { label: 'Critical errors', description: 'Copied before their single entries go.' },
};

/** Such as “Errors, critical errors”. */
export function nameOf({ data, tier }: { data: RetainedData; tier: RetentionTier }): string {
  return `${dataTexts[data]}, ${tierTexts[tier].label.toLowerCase()}`;
}
