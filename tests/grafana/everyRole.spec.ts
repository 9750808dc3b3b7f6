import type { BrowserContext } from '@playwright/test';
import { expect, test } from '@grafana/plugin-e2e';
import { dashboards } from '../../scripts/dashboards/dashboards';
import { pagePaths, webVitalDetailPath } from '../../src/contract/pagePaths';
import { removePerson, signIn } from './signIn';

/** Every page and dashboard, and a text that is there once it is drawn; settings are an Admin's. */
const places = [
  { path: pagePaths.overview, text: 'Errors per 1,000 views' },
  { path: pagePaths.webVitals, text: 'Largest Contentful Paint' },
  { path: `${webVitalDetailPath('LCP')}?var-page=%2F`, text: 'Which element' },
  // Where it happened: what it says is not for Viewers.
  { path: pagePaths.errors, text: /payByInvoice/ },
  // Seamark watches itself, so there is always one.
  { path: pagePaths.healthServices, text: 'seamark database' },
  { path: pagePaths.incidents, text: 'Going on' },
  ...Object.values(dashboards).map(({ uid, panels }) => ({ path: `/d/${uid}`, text: panels[0]?.title ?? '' })),
];
const settings = ['apps', 'tokens', 'retention', 'server'].map((tab) => `${pagePaths.settings}/${tab}`);

/** What went wrong while a page was open: calls of ours that failed, and exceptions that nobody caught. */
function watch(context: BrowserContext): string[] {
  const faults: string[] = [];
  context.on('response', (response) => {
    const isOurs = /\/api\/ds\/query|\/resources\/|\/public\/plugins\/seamark/.test(response.url());
    if (isOurs && response.status() >= 400) {
      faults.push(`${response.status()} ${response.url()} ${response.request().postData() ?? ''}`);
    }
  });
  context.on('weberror', (error) => faults.push(String(error.error())));
  return faults;
}

for (const role of ['Viewer', 'Editor', 'Admin'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`every page and dashboard is drawn for a ${role}, ${theme}`, async ({ browser, request }) => {
      // A dozen of Grafana's pages, one after the other.
      test.setTimeout(400_000);
      const login = `journey-${role.toLowerCase()}-${theme}`;
      const context = await signIn(browser, request, { login, role });
      const faults = watch(context);
      const page = await context.newPage();
      await context.request.put('/api/user/preferences', { data: { theme } });
      for (const { path, text } of places) {
        await test.step(path, async () => {
          await page.goto(path);
          await expect(page.getByText(text).first()).toBeVisible({ timeout: 30_000 });
          await page.waitForLoadState('networkidle');
          await expect(page.getByTestId('data-testid Panel status error')).toHaveCount(0);
          await expect(page.getByText(/failed to draw|unexpected error/i)).toHaveCount(0);
        });
      }
      expect(await page.evaluate(() => document.body.className)).toContain(`theme-${theme}`);
      for (const path of role === 'Admin' ? settings : []) {
        await test.step(path, async () => {
          await page.goto(path);
          await expect(page.getByRole('tab', { name: 'Retention' })).toBeVisible();
          await page.waitForLoadState('networkidle');
          // Warnings may stand there: of a key that lies beside the data, say.
          await expect(page.getByTestId('data-testid Alert error')).toHaveCount(0);
        });
      }
      expect(faults).toEqual([]);
      await context.close();
      await removePerson(request, login);
    });
  }
}

for (const role of ['Viewer', 'Editor'] as const) {
  test(`the settings are closed to a ${role}, in the browser and behind it`, async ({ browser, request }) => {
    const login = `journey-outside-${role.toLowerCase()}`;
    const context = await signIn(browser, request, { login, role });
    const page = await context.newPage();
    await page.goto(pagePaths.overview);
    await expect(page.getByText('Errors per 1,000 views').first()).toBeVisible();
    await expect(page.locator('nav').getByRole('link', { name: 'Settings' })).toHaveCount(0);
    for (const resource of ['apps', 'tokens', 'retention-policies', 'privacy/consent']) {
      const answer = await context.request.get(`/api/datasources/uid/seamark/resources/${resource}`);
      expect([resource, answer.status()]).toEqual([resource, 403]);
    }
    await context.close();
    await removePerson(request, login);
  });
}
