import type { CreateAlertRule } from '../resources/alertRules';
import { webVitalLimits } from '../webVitals';

/** A rule that most sites want, ready to be created. */
export interface AlertPreset {
  /** Stays the same while the rule's text changes: links carry it. */
  id: string;
  rule: CreateAlertRule;
}

const poorVital = (metric: 'LCP' | 'INP' | 'CLS', name: string, description: string): AlertPreset => ({
  id: `${metric.toLowerCase()}-poor`,
  rule: {
    name,
    description,
    severity: 'medium',
    condition_type: 'threshold',
    condition_config: {
      query: { kind: 'performance', metric, calculation: 'p75', groupBy: ['app', 'page_path'], filters: [] },
      window_minutes: 30,
      operator: '>',
      value: webVitalLimits[metric].poor,
      recovery_value: webVitalLimits[metric].good,
      // A p75 of a handful of page views says nothing.
      min_samples: 20,
    },
    cooldown_minutes: 60,
  },
});

const pageViews = {
  kind: 'events',
  calculation: 'count',
  groupBy: ['app'],
  filters: [{ field: 'event_type', operator: '=', value: 'page_view' }],
};

/** In the order in which a person should meet them: what nobody wants to miss comes first. */
export const alertPresets: readonly AlertPreset[] = [
  {
    id: 'service-down',
    rule: {
      name: 'Service down',
      description: 'A health check says that a service is down. Look at its latest results first.',
      severity: 'critical',
      condition_type: 'pattern',
      condition_config: { kind: 'health', service_name: '*', status: 'down' },
      cooldown_minutes: 5,
    },
  },
  {
    id: 'new-error',
    rule: {
      name: 'New error',
      description: 'An error that was never seen before. Was there a release?',
      severity: 'high',
      condition_type: 'pattern',
      condition_config: { kind: 'new_group', min_severity: 'high', window_minutes: 10 },
      cooldown_minutes: 10,
    },
  },
  {
    id: 'regressed-error',
    rule: {
      name: 'Resolved error is back',
      description: 'Somebody said that it was done, and it came again.',
      severity: 'high',
      condition_type: 'pattern',
      condition_config: { kind: 'regressed', min_severity: 'medium', window_minutes: 10 },
      cooldown_minutes: 10,
    },
  },
  {
    id: 'error-spike',
    rule: {
      name: 'Error spike',
      description: 'Far more errors than in the 15 minutes before.',
      severity: 'high',
      condition_type: 'trend',
      condition_config: {
        query: { kind: 'errors', calculation: 'count', groupBy: ['app'], filters: [] },
        window_minutes: 15,
        compare: 'previous_window',
        change: 'percent',
        operator: '>',
        value: 200,
        recovery_value: 50,
        min_samples: 10,
      },
      cooldown_minutes: 30,
    },
  },
  {
    id: 'traffic-drop',
    rule: {
      name: 'Traffic drop',
      description:
        'Less than half of the page views of the same time last week. Is the site up, and is it still measured?',
      severity: 'high',
      condition_type: 'trend',
      condition_config: {
        query: pageViews,
        window_minutes: 30,
        compare: 'same_time_last_week',
        change: 'percent',
        operator: '<',
        value: -50,
        recovery_value: -30,
        min_samples: 20,
      },
      cooldown_minutes: 60,
    },
  },
  {
    id: 'no-data',
    rule: {
      name: 'No page views',
      description: 'Nothing arrives any more, though there was something at the same time yesterday.',
      severity: 'critical',
      condition_type: 'pattern',
      condition_config: { kind: 'absence', query: pageViews, for_minutes: 15, only_if_seen_yesterday: true },
      cooldown_minutes: 30,
    },
  },
  poorVital('LCP', 'Pages load slowly', 'The largest element is late for one page view in four.'),
  poorVital('INP', 'Pages react slowly', 'One page view in four waits half a second for an answer to a click.'),
  poorVital('CLS', 'Pages jump', 'The content moves while people read it.'),
  {
    id: 'certificate',
    rule: {
      name: 'Certificate expires',
      description: 'Renew it before browsers warn of the site.',
      severity: 'medium',
      condition_type: 'pattern',
      condition_config: { kind: 'certificate', days: 14 },
      cooldown_minutes: 24 * 60,
    },
  },
];
