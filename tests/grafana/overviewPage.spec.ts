import { expect, test } from '@grafana/plugin-e2e';
import { pagePaths } from '../../src/contract/pagePaths';

test.describe('the overview', () => {
  test('shows traffic, vitals and errors of the last day', async ({ page }) => {
    await page.goto(pagePaths.overview);
    await expect(page.getByRole('heading', { name: 'Overview', exact: true })).toBeVisible();
    for (const title of [
      'Page views',
      'LCP p75',
      'Errors per 1,000 views',
      'Services healthy',
      'New and regressed errors',
    ]) {
      await expect(page.getByText(title, { exact: true }).first()).toBeVisible();
    }
    await expect(page.getByRole('img', { name: /^LCP: Good \d+%/ })).toBeVisible();
    await expect(page.getByText('No data', { exact: true })).toHaveCount(0);
  });

  test('keeps the chosen app in the address', async ({ page }) => {
    await page.goto(`${pagePaths.overview}?var-app=demo`);
    await expect(page.getByRole('img', { name: /^LCP: Good/ })).toBeVisible();
    expect(new URL(page.url()).searchParams.getAll('var-app')).toEqual(['demo']);
  });

  test('leads from a slow page to what makes it slow, and back', async ({ page }) => {
    await page.goto(pagePaths.overview);
    await page.getByRole('link', { name: '/sale' }).first().click();
    await expect(page).toHaveURL(/web-vitals\/lcp\/page\?.*var-page=%2Fsale/);
    await expect(page.getByRole('heading', { name: 'LCP · /sale' })).toBeVisible();
    await page.getByRole('link', { name: 'Web Vitals' }).first().click();
    await expect(page.getByRole('tab', { name: /^LCP/ })).toBeVisible();
  });

  test('has the bare address of the app as well', async ({ page }) => {
    await page.goto('/a/seamark-monitoring-app');
    await expect(page.getByRole('heading', { name: 'Overview', exact: true })).toBeVisible();
  });
});
