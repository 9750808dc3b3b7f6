import { expect, test } from '@grafana/plugin-e2e';
import { alertInstancePath, pagePaths } from '../../src/contract/pagePaths';
import { actElsewhere, createPageRule, deleteRule, openAlerts } from './alertStory';

test.describe('the alerts', () => {
  const name = `Journey of the inbox`;
  const inbox = `${pagePaths.alerts}?query=${encodeURIComponent(name)}`;
  let ruleId = '';

  test.beforeEach(async ({ request }) => {
    ruleId = await createPageRule(request, name);
  });
  test.afterEach(async ({ request }) => {
    await deleteRule(request, ruleId);
  });

  test('are acknowledged with the keyboard, opened, and resolved with a reason', async ({ page, request }) => {
    const [newest] = await openAlerts(request, ruleId);
    const title = newest?.title ?? '';
    await page.goto(inbox);
    await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
    await expect(page.getByText('above 1 ms').first()).toBeVisible();
    await page.getByRole('checkbox', { name: `Select ${title}`, exact: true }).focus();
    await page.keyboard.press('a');
    await expect(page.getByRole('textbox', { name: 'Comment' })).toBeFocused();
    await page.keyboard.type('looking at the cache');
    await page.keyboard.press('Enter');
    await expect(page.getByText(`“${title}” acknowledged.`)).toBeVisible();
    await expect(page.getByRole('link', { name: title, exact: true })).toHaveCount(0);

    await page.getByRole('tab', { name: /^Acknowledged/ }).click();
    await expect(page).toHaveURL(/status=acknowledged/);
    await page.getByRole('link', { name: title, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(alertInstancePath(newest?.id ?? '')));
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expect(page.getByText('looking at the cache')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What else happened' })).toBeVisible();
    await expect(page.getByText(/page views/).first()).toBeVisible();

    await page.getByRole('button', { name: 'Resolve' }).click();
    await page.keyboard.type('the cache was cold');
    await page.keyboard.press('Enter');
    await expect(page.getByText('admin resolved it')).toBeVisible();
    await expect(page.getByText('the cache was cold')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Acknowledge' })).toHaveCount(0);
  });

  test('say who was faster', async ({ page, request }) => {
    const [newest] = await openAlerts(request, ruleId);
    await page.goto(inbox);
    await page.getByRole('checkbox', { name: `Select ${newest?.title}`, exact: true }).focus();
    await page.keyboard.press('a');
    await expect(page.getByRole('textbox', { name: 'Comment' })).toBeFocused();
    await actElsewhere(request, newest?.id ?? '', 'acknowledge', 'mine');
    await page.keyboard.type('me too');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^admin acknowledged this/)).toBeVisible();
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByRole('link', { name: newest?.title ?? '', exact: true })).toHaveCount(0);
  });

  test('are filtered by a label that is clicked, and resolved at once', async ({ page, request }) => {
    const alerts = await openAlerts(request, ruleId);
    await page.goto(inbox);
    await page
      .getByRole('button', { name: /journey=/ })
      .first()
      .click();
    await expect(page).toHaveURL(/labels=/);
    await expect(page.getByRole('listitem').filter({ hasText: name }).first()).toBeVisible();
    await page.getByRole('checkbox', { name: 'Select all of the list' }).check({ force: true });
    await page.keyboard.press('r');
    await page.getByRole('dialog', { name: 'Resolve' }).getByRole('button', { name: 'Resolve' }).click();
    await expect(page.getByText(`${alerts.length} alerts resolved.`)).toBeVisible();
    await expect(page.getByText('No alert fits these filters')).toBeVisible();
    await page.reload();
    await expect(page.getByText('No alert fits these filters')).toBeVisible();
  });

  test('fit a narrow screen', async ({ page, request }) => {
    const [newest] = await openAlerts(request, ruleId);
    await page.setViewportSize({ width: 420, height: 900 });
    await page.goto(inbox);
    await expect(page.getByRole('link', { name: newest?.title ?? '', exact: true })).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test('are looked at but not acted on by a Viewer', async ({ browser, request, baseURL }) => {
    const [newest] = await openAlerts(request, ruleId);
    const viewer = { login: 'journey-viewer', password: 'journey-viewer' };
    const made = await request.post('/api/admin/users', { data: { ...viewer, name: 'Viewer' } });
    // It stays for the next run on the same Grafana.
    expect([200, 412]).toContain(made.status());
    const context = await browser.newContext({
      ...(baseURL !== undefined && { baseURL }),
      storageState: { cookies: [], origins: [] },
    });
    await context.request.post('/login', { data: { user: viewer.login, password: viewer.password } });
    const page = await context.newPage();
    await page.goto(inbox);
    await expect(page.getByRole('link', { name: newest?.title ?? '', exact: true })).toBeVisible();
    await expect(page.getByText('You can look, but not act')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Acknowledge' })).toHaveCount(0);
    await expect(page.getByRole('checkbox')).toHaveCount(0);
    await context.close();
  });
});
