import { pagePaths } from '../../src/contract/pagePaths';
import type { Filter } from '../../src/contract/query/Query';
import { severities } from '../../src/contract/severities';
import { dashboard } from './dashboard';
import { bars, groupTable, named, rows, stat } from './panels';
import type { Override } from './Panel';
import { query } from './query';

const alerts = { kind: 'alerts' as const, calculation: 'count' as const };
const isOpen: Filter = { field: 'status', operator: '!=', value: 'resolved' };
const colours: Readonly<Record<(typeof severities)[number], string>> = {
  low: 'blue',
  medium: 'yellow',
  high: 'orange',
  critical: 'red',
};
const bySeverity: Override[] = severities.map((severity) => ({
  matcher: { id: 'byName', options: severity },
  properties: [{ id: 'color', value: { mode: 'fixed', fixedColor: colours[severity] } }],
}));
/** No alert is good news, and a number all the same. */
const zero = { noValue: '0', thresholds: { mode: 'absolute', steps: [{ value: null, color: 'text' }] } };
const urgent = {
  noValue: '0',
  thresholds: {
    mode: 'absolute',
    steps: [
      { value: null, color: 'green' },
      { value: 1, color: 'red' },
    ],
  },
};

export const alertsDashboard = dashboard({
  uid: 'seamark-alerts',
  title: 'Seamark: Alerts',
  description: 'What rules found, how bad it was, and what is still open.',
  variablesOf: 'alerts',
  page: { title: 'Open in Seamark', path: pagePaths.alerts },
  panels: [
    stat({
      title: 'Still open',
      description: 'Alerts that began in the time range and are not resolved, acknowledged ones included.',
      width: 8,
      defaults: urgent,
      queries: [query('A', { ...alerts, format: 'table', filters: [isOpen] })],
    }),
    stat({
      title: 'Open and critical',
      description: 'Critical alerts that began in the time range and are not resolved.',
      width: 8,
      defaults: urgent,
      queries: [
        query('A', {
          ...alerts,
          format: 'table',
          filters: [isOpen, { field: 'severity', operator: '=', value: 'critical' }],
        }),
      ],
    }),
    stat({
      title: 'Alerts',
      description: 'All alerts that began in the time range.',
      width: 8,
      defaults: zero,
      queries: [query('A', { ...alerts, format: 'table' })],
    }),
    bars({
      title: 'Alerts by severity',
      description: 'Alerts that began in each interval, by how bad they are.',
      queries: [query('A', { ...alerts, groupBy: ['severity'] })],
      overrides: bySeverity,
    }),
    bars({
      title: 'Alerts by rule',
      description: 'Alerts that began in each interval, for the ten rules with most of them.',
      queries: [query('A', { ...alerts, groupBy: ['alert_rule'] })],
    }),
    groupTable({
      title: 'Rules',
      description: 'How often each rule fired in the time range, and what has become of those alerts since.',
      groupBy: 'alert_rule',
      sortBy: 'Alerts count',
      queries: [query('A', { ...alerts, format: 'table', groupBy: ['alert_rule', 'status'], limit: 100 })],
      overrides: [named('alert_rule', 'Rule'), named('status', 'Status')],
    }),
    bars({
      title: 'Alerts by status',
      description: 'Alerts that began in each interval, by what has become of them since.',
      queries: [query('A', { ...alerts, groupBy: ['status'] })],
      overrides: (
        [
          ['active', 'red'],
          ['acknowledged', 'orange'],
          ['resolved', 'green'],
        ] as const
      ).map(([status, fixedColor]) => ({
        matcher: { id: 'byName', options: status },
        properties: [{ id: 'color', value: { mode: 'fixed', fixedColor } }],
      })),
    }),
    rows({
      title: 'Alerts, newest first',
      description: 'Every alert that was open at some time of the range, at most 200.',
      queries: [query('A', { kind: 'alerts', format: 'logs', limit: 200 })],
    }),
  ],
});
