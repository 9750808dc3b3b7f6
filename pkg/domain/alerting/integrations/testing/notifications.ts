/** Notifications in the forms in which Grafana 12 and Alertmanager 0.28 send them. */

const notKnownYet = '0001-01-01T00:00:00Z';

/** One alert fires; another, which had no data, is over. */
export function grafanaNotification() {
  return {
    receiver: 'seamark',
    status: 'firing',
    alerts: [
      {
        status: 'firing',
        labels: { alertname: 'High memory usage', grafana_folder: 'Shop', team: 'blue', severity: 'critical' },
        annotations: {
          description: 'The system has high memory usage',
          runbook_url: 'https://wiki.example/runbook',
          summary: 'blue is short of memory',
        },
        startsAt: '2026-11-29T09:51:03.157076+01:00',
        endsAt: notKnownYet,
        generatorURL: 'https://grafana.example/alerting/grafana/1afz29v7z/view?orgId=1',
        fingerprint: 'c6eadffa33fcdf37',
        silenceURL: 'https://grafana.example/alerting/silence/new?alertmanager=grafana',
        dashboardURL: 'https://grafana.example/d/shop?orgId=1',
        panelURL: 'https://grafana.example/d/shop?orgId=1&viewPanel=4',
        values: { B: 44.23, C: 1 },
        valueString: "[ var='B' labels={team=blue} value=44.23 ]",
        orgId: 1,
      },
      {
        status: 'resolved',
        labels: { alertname: 'DatasourceNoData', rulename: 'High CPU usage', grafana_folder: 'Shop' },
        annotations: {},
        startsAt: '2026-11-29T09:56:03.157076+01:00',
        endsAt: '2026-11-29T09:00:00Z',
        generatorURL: 'https://grafana.example/alerting/grafana/d1rdpdv7k/view?orgId=1',
        fingerprint: 'bc97ff14869b13e3',
        silenceURL: '',
        dashboardURL: '',
        panelURL: '',
        values: { B: 3.5 },
        valueString: '',
        orgId: 1,
      },
    ],
    groupLabels: { grafana_folder: 'Shop' },
    commonLabels: { grafana_folder: 'Shop' },
    commonAnnotations: {},
    externalURL: 'https://grafana.example/',
    appVersion: '12.2.0',
    version: '1',
    groupKey: '{}/{}:{grafana_folder="Shop"}',
    truncatedAlerts: 0,
    orgId: 1,
    title: '[FIRING:1, RESOLVED:1] Shop ',
    state: 'alerting',
    message: '**Firing**\n\nValue: B=44.23',
  };
}

/** One alert fires, another is over, and three were left out. */
export function alertmanagerNotification() {
  const labels = { alertname: 'InstanceDown', job: 'node', severity: 'page' };
  return {
    receiver: 'seamark',
    status: 'firing',
    alerts: [
      {
        status: 'firing',
        labels: { ...labels, instance: 'a:9100' },
        annotations: { summary: 'Instance a:9100 down', description: 'a:9100 has been down for 5 minutes.' },
        startsAt: '2026-11-29T08:51:03.157076Z',
        endsAt: notKnownYet,
        generatorURL: 'http://prometheus.example:9090/graph?g0.expr=up',
        fingerprint: '1d2c3b4a5f6e7d8c',
      },
      {
        status: 'resolved',
        labels: { ...labels, instance: 'b:9100' },
        annotations: {},
        startsAt: '2026-11-29T08:31:03.157Z',
        endsAt: '2026-11-29T08:51:03.157Z',
        generatorURL: '',
        fingerprint: '2d2c3b4a5f6e7d8c',
      },
    ],
    groupLabels: { alertname: 'InstanceDown' },
    commonLabels: labels,
    commonAnnotations: {},
    externalURL: 'http://alertmanager.example:9093',
    version: '4',
    groupKey: '{}:{alertname="InstanceDown"}',
    truncatedAlerts: 3,
  };
}
