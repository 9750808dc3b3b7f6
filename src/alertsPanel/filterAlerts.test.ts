import { alertOf } from '../components/alerts/testing/alertOf';
import { filterAlerts } from './filterAlerts';

const all = { severities: [], statuses: [] };
const alerts = [
  alertOf('one', { labels: { team: 'web', page_path: '/cart' } }),
  alertOf('two', { labels: { team: 'api' }, severity: 'critical', status: 'acknowledged' }),
  alertOf('three', { labels: {}, status: 'resolved', rule_name: null }),
];
const shown = (options: Partial<Parameters<typeof filterAlerts>[1]>, labels = '') => {
  const found = filterAlerts(alerts, { ...all, ...options }, labels);
  return 'problem' in found ? found.problem : found.alerts.map(({ id }) => id);
};

describe('the alerts of a panel', () => {
  it('are all of them unless something is chosen', () => {
    expect(shown({})).toEqual(['one', 'two', 'three']);
    expect(shown({ severities: ['critical'] })).toEqual(['two']);
    expect(shown({ statuses: ['active', 'resolved'] })).toEqual(['one', 'three']);
  });
  it('can be chosen by their labels, where a missing one counts as empty', () => {
    expect(shown({}, 'team="web"')).toEqual(['one']);
    expect(shown({}, 'team!="web"')).toEqual(['two', 'three']);
    expect(shown({}, 'team=~"web|api"')).toEqual(['one', 'two']);
    expect(shown({}, 'team=~"we"')).toEqual([]);
    expect(shown({}, 'team!~".+"')).toEqual(['three']);
    expect(shown({}, 'alertname="LCP is poor",severity="critical"')).toEqual(['two']);
  });
  it('are not shown where the filter cannot be read, and the panel says so', () => {
    expect(shown({}, 'team')).toContain('cannot be read: team');
    expect(shown({}, 'team=~"("')).toContain('an expression that is none');
  });
});
