import { expect, test } from '@grafana/plugin-e2e';
import { datasource } from './seamarkQuery';

const uid = 'seamark-journey-public';

function panel(id: number, title: string, query: object) {
  return {
    id,
    type: 'stat',
    title,
    gridPos: { x: (id - 1) * 8, y: 0, w: 8, h: 8 },
    datasource,
    targets: [{ refId: 'A', datasource, format: 'table', ...query }],
  };
}

const dashboard = {
  uid,
  title: 'Seamark journey, public',
  schemaVersion: 39,
  time: { from: 'now-24h', to: 'now' },
  panels: [
    panel(1, 'Views', { kind: 'events', calculation: 'count' }),
    panel(2, 'Sessions one by one', { kind: 'events', calculation: 'count', groupBy: ['session_id'] }),
    panel(3, 'Of a variable', {
      kind: 'events',
      calculation: 'count',
      filters: [{ field: 'app', operator: '=', value: '$app' }],
    }),
  ],
};

test('a public dashboard shows numbers to everybody, and nothing personal', async ({ browser, request, baseURL }) => {
  await request.post('/api/dashboards/db', { data: { dashboard, overwrite: true } });
  const shared = await request.post(`/api/dashboards/uid/${uid}/public-dashboards`, { data: { isEnabled: true } });
  const { accessToken } = (await shared.json()) as { accessToken: string };
  const context = await browser.newContext({
    storageState: { cookies: [], origins: [] },
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  const answers = new Map<string, string>();
  page.on('response', async (response) => {
    const id = /\/panels\/(\d+)\/query/.exec(response.url())?.[1];
    if (id !== undefined) {
      answers.set(id, await response.text());
    }
  });
  await page.goto(`/public-dashboards/${accessToken}`);
  await expect(page.getByText('Views', { exact: true })).toBeVisible();
  await expect.poll(() => [...answers.keys()].sort()).toEqual(['1', '2', '3']);
  const answer = (id: string): unknown => JSON.parse(answers.get(id) ?? '{}');
  expect(answer('1')).toMatchObject({ results: { A: { frames: [{ data: { values: [[expect.any(Number)]] } }] } } });
  expect(answers.get('2')).toContain('not shown to Viewers, alert rules and public dashboards');
  expect(answers.get('3')).toContain('a public dashboard has no variables');
  await context.close();
  await request.delete(`/api/dashboards/uid/${uid}`);
});
