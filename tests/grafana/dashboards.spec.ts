import { expect, test } from '@grafana/plugin-e2e';
import { dashboards } from '../../scripts/dashboards/dashboards';

for (const { uid, title, panels } of Object.values(dashboards)) {
  for (const from of ['now-24h', '2001-01-01T00:00:00.000Z']) {
    test(`every panel of ${title} answers without error from ${from}`, async ({ page }) => {
      const failed: string[] = [];
      page.on('response', (response) => {
        if (response.url().includes('/api/ds/query') && response.status() >= 400) {
          failed.push(`${response.status()} ${response.request().postData() ?? ''}`);
        }
      });
      await page.setViewportSize({ width: 1400, height: 3000 });
      await page.goto(`/d/${uid}?from=${from}&to=${from === 'now-24h' ? 'now' : '2001-01-02T00:00:00.000Z'}`);
      const [first] = panels;
      await expect(page.getByText(first?.title ?? title).first()).toBeVisible();
      await page.waitForLoadState('networkidle');
      expect(failed).toEqual([]);
      await expect(page.getByTestId('data-testid Panel status error')).toHaveCount(0);
    });
  }
}

test('a page in the Web Vitals dashboard leads to its detail in the app', async ({ page }) => {
  await page.setViewportSize({ width: 1400, height: 2000 });
  await page.goto('/d/seamark-web-vitals');
  await page.getByRole('link', { name: '/sale' }).first().click();
  await expect(page).toHaveURL(/web-vitals\/lcp\/page\?.*var-page=%2Fsale/);
});
