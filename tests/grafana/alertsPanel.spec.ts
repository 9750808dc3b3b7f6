import { expect, test } from '@grafana/plugin-e2e';
import type { APIRequestContext } from '@playwright/test';
import { createPageRule, deleteRule, openAlerts } from './alertStory';

const uid = 'journey-alerts-panel';
const name = 'Journey of the panel';

async function saveDashboard(request: APIRequestContext): Promise<void> {
  const datasource = { type: 'seamark-monitoring-datasource', uid: 'seamark' };
  const answer = await request.post('/api/dashboards/db', {
    data: {
      overwrite: true,
      dashboard: {
        uid,
        title: 'Journey of the alerts panel',
        time: { from: 'now-1h', to: 'now' },
        templating: {
          list: [
            {
              type: 'textbox',
              name: 'journey',
              query: 'Journey_of_the_panel',
              current: { value: 'Journey_of_the_panel' },
            },
          ],
        },
        panels: [
          {
            id: 1,
            type: 'seamark-alerts-panel',
            title: 'Alerts',
            gridPos: { x: 0, y: 0, w: 24, h: 14 },
            datasource,
            options: { labels: 'journey="$journey"', statuses: ['active', 'acknowledged'], severities: [] },
            targets: [{ refId: 'A', kind: 'alerts', format: 'logs', limit: 1000, datasource }],
          },
        ],
      },
    },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

test.describe('the alerts panel', () => {
  let ruleId = '';
  test.beforeEach(async ({ request }) => {
    ruleId = await createPageRule(request, name);
    await saveDashboard(request);
  });
  test.afterEach(async ({ request }) => {
    await deleteRule(request, ruleId);
    await request.delete(`/api/dashboards/uid/${uid}`);
  });

  test('lists alerts by a variable, and acknowledges one in place', async ({ page, request }) => {
    const [newest] = await openAlerts(request, ruleId);
    await page.goto(`/d/${uid}`);
    const row = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: newest?.title ?? '', exact: true }) });
    await row.getByRole('button', { name: 'Acknowledge' }).click();
    await page.keyboard.type('from the panel');
    await page.keyboard.press('Enter');
    await expect(row.getByText('Acknowledged', { exact: true })).toBeVisible();
    await page.reload();
    await expect(row.getByText('Acknowledged', { exact: true })).toBeVisible();
    await page.goto(`/d/${uid}?var-journey=another`);
    await expect(page.getByText('All quiet')).toBeVisible();
  });

  test('draws from its data alone on a public dashboard', async ({ browser, request, baseURL }) => {
    const [newest] = await openAlerts(request, ruleId);
    const shared = await request.post(`/api/dashboards/uid/${uid}/public-dashboards`, {
      data: { isEnabled: true, timeSelectionEnabled: false, annotationsEnabled: false, share: 'public' },
    });
    expect(shared.ok(), await shared.text()).toBe(true);
    const { accessToken } = await shared.json();
    const context = await browser.newContext({
      ...(baseURL !== undefined && { baseURL }),
      storageState: { cookies: [], origins: [] },
    });
    const page = await context.newPage();
    await page.goto(`/public-dashboards/${accessToken}`);
    await expect(page.getByText(newest?.title ?? '', { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Acknowledge' })).toHaveCount(0);
    await context.close();
  });
});
