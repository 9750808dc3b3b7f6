import type { DataKind } from './kinds';

/** What a kind is called in a list, what it holds, and what one row of it is called (plural). */
export const kindTexts: Record<DataKind, { label: string; description: string; rows: string }> = {
  performance: { label: 'Performance', description: 'Web Vitals as visitors had them', rows: 'measurements' },
  events: { label: 'Events', description: 'Page views, clicks and what else the page reports', rows: 'events' },
  errors: { label: 'Errors', description: 'Exceptions and error logs', rows: 'errors' },
  metrics: { label: 'Metrics', description: "Numbers of the app's own choosing", rows: 'measurements' },
  alerts: { label: 'Alerts', description: 'What rules have found, by when it began', rows: 'alerts' },
  health: { label: 'Health', description: 'Results of health checks', rows: 'check results' },
};
