import { expect, test } from '@grafana/plugin-e2e';
import { pagePaths, webVitalDetailPath, webVitalPath } from '../../src/contract/pagePaths';

test.describe('the Web Vitals page', () => {
  test('has a tab for each vital with its p75', async ({ page }) => {
    await page.goto(pagePaths.webVitals);
    for (const [metric, value] of [
      ['LCP', /\d+(\.\d+)? (s|ms)/],
      ['INP', /\d+ ms/],
      ['CLS', /0\.\d+/],
      ['FCP', /\d+(\.\d+)? (s|ms)/],
      ['TTFB', /\d+(\.\d+)? (s|ms)/],
    ] as const) {
      const tab = page.getByRole('tab', { name: new RegExp(`^${metric}`) });
      await expect(tab).toHaveText(value);
    }
  });

  test('breaks a vital down by what is chosen, and keeps the choice in the address', async ({ page }) => {
    await page.goto(`${webVitalPath('LCP')}?var-by=browser`);
    await expect(page.getByText('Firefox', { exact: true })).toBeVisible();
    await page.goto(`${webVitalPath('LCP')}?var-by=release`);
    await expect(page.getByRole('link', { name: '1.5.0' })).toBeVisible();
  });

  test('says which element and how the page was reached', async ({ page }) => {
    await page.goto(`${webVitalDetailPath('LCP')}?var-page=%2F`);
    await expect(page.getByRole('heading', { name: 'LCP · /', exact: true })).toBeVisible();
    await expect(page.getByText('Which element', { exact: true })).toBeVisible();
    await expect(page.getByText('How the page was reached', { exact: true })).toBeVisible();
  });

  test('says what to do where nothing was measured', async ({ page }) => {
    await page.goto(`${webVitalPath('INP')}?from=2001-01-01T00:00:00.000Z&to=2001-01-02T00:00:00.000Z`);
    await expect(page.getByText(/Nothing was measured in this time range/)).toBeVisible();
  });

  test('fits a narrow screen', async ({ page }) => {
    await page.setViewportSize({ width: 400, height: 900 });
    await page.goto(webVitalPath('LCP'));
    await expect(page.getByText('Largest Contentful Paint')).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
