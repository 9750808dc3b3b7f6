import { NotificationProblem, readNotification } from './readNotification';
import { severityOfLabels } from './severityOfLabels';
import { alertmanagerNotification, grafanaNotification } from './testing/notifications';

describe('a notification of Grafana', () => {
  const { alerts, rejected, truncated } = readNotification(grafanaNotification(), 'grafana');

  it('gives its alerts with texts, severity and links', () => {
    expect({ rejected, truncated }).toEqual({ rejected: [], truncated: 0 });
    expect(alerts[0]).toEqual({
      status: 'firing',
      labels: { alertname: 'High memory usage', grafana_folder: 'Shop', team: 'blue', severity: 'critical' },
      text: {
        title: 'High memory usage: blue is short of memory',
        message: "The system has high memory usage\nMeasured [ var='B' labels={team=blue} value=44.23 ]",
        severity: 'critical',
        triggered: {
          source: 'grafana',
          value: null,
          limit: null,
          fingerprint: 'c6eadffa33fcdf37',
          starts_at: '2026-11-29T08:51:03.157Z',
          ends_at: null,
          values: { B: 44.23, C: 1 },
          annotations: {
            description: 'The system has high memory usage',
            runbook_url: 'https://wiki.example/runbook',
            summary: 'blue is short of memory',
          },
          links: {
            source: 'https://grafana.example/alerting/grafana/1afz29v7z/view?orgId=1',
            dashboard: 'https://grafana.example/d/shop?orgId=1',
            panel: 'https://grafana.example/d/shop?orgId=1&viewPanel=4',
            silence: 'https://grafana.example/alerting/silence/new?alertmanager=grafana',
            runbook: 'https://wiki.example/runbook',
          },
        },
      },
      value: null,
    });
  });

  it('gives what it could not evaluate under the name of the rule', () => {
    expect(alerts[1]?.text.title).toBe('High CPU usage: DatasourceNoData');
    expect(alerts[1]).toMatchObject({ status: 'resolved', value: 3.5, text: { severity: 'medium' } });
    expect(alerts[1]?.text.triggered.ends_at).toBe('2026-11-29T09:00:00.000Z');
  });
});

describe('a notification of Alertmanager', () => {
  it('gives its alerts, and how many it left out', () => {
    const { alerts, truncated } = readNotification(alertmanagerNotification(), 'alertmanager');
    expect(truncated).toBe(3);
    expect(alerts.map(({ status, text, labels }) => [status, text.title, text.severity, labels.instance])).toEqual([
      ['firing', 'InstanceDown: Instance a:9100 down', 'critical', 'a:9100'],
      ['resolved', 'InstanceDown', 'critical', 'b:9100'],
    ]);
    expect(alerts[0]?.text.triggered.links).toEqual({ source: 'http://prometheus.example:9090/graph?g0.expr=up' });
  });
});

describe('an alert that is wrong', () => {
  const good = { status: 'firing', labels: { alertname: 'A' } };
  it.each([
    ['no object', 'x', 'must be an object'],
    ['another status', { ...good, status: 'pending' }, '"status"'],
    ['no labels', { status: 'firing' }, '"labels" must be an object'],
    ['an empty set of labels', { ...good, labels: {} }, '1 to 64'],
    ['a label that is no text', { ...good, labels: { a: 1 } }, '"a" is none'],
    ['a label as long as a book', { ...good, labels: { a: 'x'.repeat(2000) } }, 'longer than'],
    ['a zero byte in a label', { ...good, labels: { a: 'x\0' } }, 'no database can store'],
    ['half a character in a label', { ...good, labels: { a: '\ud800' } }, 'no database can store'],
    ['too many labels', { ...good, labels: Object.fromEntries([...Array(65).keys()].map((n) => [`l${n}`, ''])) }, '64'],
  ])('with %s is refused with its place, and costs no neighbour', (_what, alert, reason) => {
    const read = readNotification({ alerts: [good, alert, good] }, 'grafana');
    expect(read.alerts).toHaveLength(2);
    expect(read.rejected).toEqual([{ index: 1, reason: expect.stringContaining(reason) }]);
  });

  it('beyond a thousand is refused', () => {
    const read = readNotification({ alerts: Array(1002).fill(good) }, 'grafana');
    expect(read.alerts).toHaveLength(1000);
    expect(read.rejected.map(({ index }) => index)).toEqual([1000, 1001]);
  });

  it('in everything but its labels is taken for what is right about it', () => {
    const odd = {
      ...good,
      annotations: { summary: 5, description: 'zero\0byte' },
      startsAt: 'soon',
      endsAt: 7,
      generatorURL: 'javascript:alert(1)',
      dashboardURL: 'https://user:secret@grafana.example/',
      silenceURL: 'data:text/html,x',
      values: { A: 'x', B: 2 },
      fingerprint: {},
    };
    const [alert] = readNotification({ alerts: [odd] }, 'grafana').alerts;
    expect(alert).toMatchObject({ value: 2, text: { title: 'A', message: 'zerobyte' } });
    expect(alert?.text.triggered).toMatchObject({ links: {}, starts_at: null, ends_at: null, fingerprint: null });
  });

  it('is no notification at all where there is no list', () => {
    expect(() => readNotification({ text: 'hello' }, 'grafana')).toThrow(NotificationProblem);
  });
});

describe('the severity of an alert', () => {
  it.each([
    [{ severity: 'page' }, 'critical'],
    [{ severity: ' CRITICAL ' }, 'critical'],
    [{ severity: 'error' }, 'high'],
    [{ priority: 'P2' }, 'high'],
    [{ severity: 'warning' }, 'medium'],
    [{ level: 'info' }, 'low'],
    [{ severity: 'purple', priority: 'p5' }, 'low'],
    [{ severity: 'purple' }, 'medium'],
    [{}, 'medium'],
  ])('of %j is %s', (labels, severity) => {
    expect(severityOfLabels(labels as Record<string, string>)).toBe(severity);
  });
});
