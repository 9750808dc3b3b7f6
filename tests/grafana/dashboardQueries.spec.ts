import { expect, test } from '@grafana/plugin-e2e';
import { QueryEditorView } from './QueryEditorView';
import { datasource } from './seamarkQuery';

const panel = {
  id: 1,
  type: 'timeseries',
  title: 'LCP of the chosen browsers',
  gridPos: { x: 0, y: 0, w: 24, h: 12 },
  datasource,
  targets: [
    {
      refId: 'A',
      datasource,
      kind: 'performance',
      metric: 'LCP',
      calculation: 'p75',
      filters: [{ field: 'browser', operator: '=', value: '$browser' }],
    },
  ],
};
const dashboard = {
  uid: 'seamark-journey',
  title: 'Seamark journey',
  schemaVersion: 39,
  time: { from: 'now-24h', to: 'now' },
  templating: {
    list: [
      {
        name: 'browser',
        type: 'query',
        datasource,
        query: { refId: 'browser', kind: 'variables', of: 'performance', field: 'browser' },
        refresh: 1,
        multi: true,
        includeAll: true,
        current: { text: ['All'], value: ['$__all'] },
      },
      { name: 'filters', type: 'adhoc', datasource, filters: [] },
    ],
  },
  annotations: {
    list: [
      {
        name: 'Releases',
        enable: true,
        iconColor: 'blue',
        datasource,
        target: { refId: 'releases', kind: 'annotations', of: 'releases' },
      },
    ],
  },
  panels: [panel],
};

interface SentQuery {
  kind: string;
  filters?: Array<{ field: string; operator: string; value: unknown }>;
}

test.beforeEach(async ({ request }) => {
  expect((await request.post('/api/dashboards/db', { data: { dashboard, overwrite: true } })).ok()).toBe(true);
});
test.afterEach(async ({ request }) => {
  await request.delete(`/api/dashboards/uid/${dashboard.uid}`);
});

for (const { chosen, filters } of [
  { chosen: '', filters: [] },
  { chosen: '?var-browser=Firefox', filters: [{ field: 'browser', operator: '=', value: 'Firefox' }] },
  {
    chosen: '?var-browser=Firefox&var-browser=Edge&var-filters=app%7C%3D%7Cdemo',
    filters: [
      { field: 'browser', operator: '=', value: ['Firefox', 'Edge'] },
      { field: 'app', operator: '=', value: 'demo' },
    ],
  },
]) {
  test(`variables and ad hoc filters reach the query: ${JSON.stringify(filters)}`, async ({ page }) => {
    // Grafana asks once more when a variable settles after its first query: the one that counts is the last.
    const asked: Array<{ filters: unknown; status: number }> = [];
    page.on('response', (response) => {
      if (response.url().includes('/api/ds/query') && response.request().postData()?.includes('"LCP"')) {
        const { queries } = response.request().postDataJSON() as { queries: SentQuery[] };
        asked.push({ filters: queries[0]?.filters, status: response.status() });
      }
    });
    await page.goto(`/d/${dashboard.uid}${chosen}`);
    await expect.poll(() => asked.at(-1), { timeout: 30_000 }).toEqual({ filters, status: 200 });
    await expect(page.getByText('LCP of the chosen browsers')).toBeVisible();
  });
}

test('a variable offers the values of a field', async ({ page }) => {
  await page.goto(`/d/${dashboard.uid}?editview=variables&editIndex=0`);
  const editor = new QueryEditorView(page);
  await editor.choose('Events');
  await editor.pick('Field', 'Event type');
  await page.getByRole('button', { name: 'Run query' }).click();
  await expect(page.getByText('page_view', { exact: true }).first()).toBeVisible();
});

test('an annotation marks releases', async ({ page }) => {
  await page.goto(`/d/${dashboard.uid}?editview=annotations&editIndex=1`);
  await expect(page.getByRole('radio', { name: 'Releases' })).toBeChecked();
  await page.getByRole('button', { name: 'Test annotation query' }).click();
  await expect(page.getByText(/Release \d/).first()).toBeVisible();
});

test('a panel is edited with the same editor', async ({ page }) => {
  await page.goto(`/d/${dashboard.uid}?editPanel=1`);
  const editor = new QueryEditorView(page);
  await expect(editor.words).toHaveText('p75 of LCP, where browser is $browser');
  await editor.pick('Calculation', 'p95');
  await expect(editor.words).toHaveText('p95 of LCP, where browser is $browser');
});
