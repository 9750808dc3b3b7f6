import { expect, test } from '@grafana/plugin-e2e';
import { datasource } from './seamarkQuery';

const folder = 'seamark-journey-alerts';

/** A rule of Grafana's own alerting over the last day: a query of ours, its last value, a limit. */
function rule(uid: string, query: object) {
  const expression = (refId: string, model: object) => ({
    refId,
    datasourceUid: '__expr__',
    model: { refId, datasource: { type: '__expr__', uid: '__expr__' }, ...model },
  });
  return {
    uid,
    title: uid,
    folderUID: folder,
    ruleGroup: 'journey',
    orgID: 1,
    condition: 'C',
    for: '0s',
    noDataState: 'OK',
    execErrState: 'Error',
    data: [
      {
        refId: 'A',
        datasourceUid: datasource.uid,
        relativeTimeRange: { from: 86_400, to: 0 },
        model: { refId: 'A', datasource, intervalMs: 60_000, maxDataPoints: 500, ...query },
      },
      expression('B', { type: 'reduce', expression: 'A', reducer: 'max' }),
      expression('C', {
        type: 'threshold',
        expression: 'B',
        conditions: [{ evaluator: { type: 'gt', params: [0] } }],
      }),
    ],
  };
}

interface RuleState {
  name: string;
  state: string;
  health: string;
  lastError?: string;
  alerts?: Array<{ labels: Record<string, string>; state: string }>;
}

test('a Grafana alert rule fires on what a query answers, and gets nothing personal', async ({ request }) => {
  await request.delete(`/api/folders/${folder}`, { params: { forceDeleteRules: 'true' } });
  expect((await request.post('/api/folders', { data: { uid: folder, title: 'Seamark journey alerts' } })).ok()).toBe(
    true
  );
  const errors = { kind: 'errors', calculation: 'count', groupBy: ['page_path'], format: 'time_series' };
  const table = { kind: 'events', calculation: 'count', groupBy: ['browser'], format: 'table' };
  const personal = { kind: 'events', calculation: 'count', groupBy: ['session_id'], format: 'time_series' };
  for (const [uid, query] of [
    ['journey-series', errors],
    ['journey-table', table],
    ['journey-personal', personal],
  ] as const) {
    const made = await request.post('/api/v1/provisioning/alert-rules', { data: rule(uid, query) });
    expect([uid, made.status(), await made.text()]).toEqual([uid, 201, expect.any(String)]);
  }
  const group = { interval: 10, folderUid: folder, title: 'journey' };
  const address = `/api/v1/provisioning/folder/${folder}/rule-groups/journey`;
  const { rules } = (await (await request.get(address)).json()) as { rules: object[] };
  expect((await request.put(address, { data: { ...group, rules } })).ok()).toBe(true);

  const states = async (): Promise<Map<string, RuleState>> => {
    const answer = await request.get('/api/prometheus/grafana/api/v1/rules', { params: { folder_uid: folder } });
    const { data } = (await answer.json()) as { data: { groups: Array<{ rules: RuleState[] }> } };
    return new Map(data.groups.flatMap((each) => each.rules).map((each) => [each.name, each]));
  };
  await expect.poll(async () => (await states()).get('journey-series')?.state, { timeout: 90_000 }).toBe('firing');
  await expect.poll(async () => (await states()).get('journey-table')?.state, { timeout: 90_000 }).toBe('firing');
  await expect.poll(async () => (await states()).get('journey-personal')?.health, { timeout: 90_000 }).toBe('error');
  const found = await states();
  expect(found.get('journey-series')?.alerts?.map(({ labels }) => labels.page_path)).toContain('/cart');
  expect(found.get('journey-table')?.alerts?.map(({ labels }) => labels.browser)).toContain('Firefox');
  expect(found.get('journey-personal')?.lastError).toContain('not shown to Viewers, alert rules and public dashboards');
  await request.delete(`/api/folders/${folder}`, { params: { forceDeleteRules: 'true' } });
});
