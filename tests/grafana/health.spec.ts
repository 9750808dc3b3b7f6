import { expect, test } from '@grafana/plugin-e2e';
import { healthCheckPath, newCheckPath, pagePaths } from '../../src/contract/pagePaths';
import { createCheck, removeHealth, startService, type Service } from './healthStory';
import { removePerson, signIn } from './signIn';

const unique = () => `journey-${Math.random().toString(36).slice(2, 8)}`;

test.describe('health', () => {
  let service: Service;
  let name: string;

  test.beforeEach(async () => {
    service = await startService();
    name = unique();
  });
  test.afterEach(async ({ request }) => {
    await removeHealth(request, name);
    await service.stop();
  });

  test('a check is tried before it is saved, and its service is followed through an incident', async ({ page }) => {
    // A look every ten seconds, down and back.
    test.setTimeout(240_000);
    await page.goto(newCheckPath);
    await page.getByRole('textbox', { name: /^Service/ }).fill(name);
    await page.getByRole('textbox', { name: /^Address/ }).fill(service.url);
    await page.getByRole('button', { name: 'Add an assertion' }).click();
    await page.getByRole('textbox', { name: 'Assertion 1: what' }).fill('201');
    await page.getByRole('button', { name: 'Run now' }).click();
    const outcome = page.getByRole('list', { name: 'Assertions' });
    await expect(outcome).toContainText('Does not hold: Status = 201 (found 200)');

    await page.getByRole('textbox', { name: 'Assertion 1: what' }).fill('200');
    await page.getByRole('button', { name: 'Run now' }).click();
    await expect(outcome).toContainText('Holds: Status = 200 (found 200)');
    await page.getByRole('spinbutton', { name: /^Look every/ }).fill('10');
    await page.getByRole('spinbutton', { name: /^Wait at most/ }).fill('5000');
    await page.getByRole('spinbutton', { name: /^Down after/ }).fill('2');
    await page.getByRole('spinbutton', { name: /^Back after/ }).fill('1');
    await page.getByRole('button', { name: 'Create the check' }).click();
    await expect(page).toHaveURL(/\/health\/checks\/[0-9a-f-]{36}/);
    await expect(page.getByText('Healthy').first()).toBeVisible({ timeout: 40_000 });
    await expect(page.getByRole('region', { name: 'Results' }).getByText('Healthy').first()).toBeVisible();
    await expect(page.getByRole('region', { name: 'History' }).getByText('Response time').first()).toBeVisible();

    // What happened is shown for the time that is chosen, which is in the address.
    const here = page.url();
    await page.goto(`${here}?from=now-48h&to=now-24h`);
    await expect(page.getByText('No result in this time')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Incidents' })).toContainText('None in this time');
    await page.goto(here);

    service.isWell = false;
    await expect(page.getByRole('alert').filter({ hasText: 'status is 503, expected: = 200' })).toBeVisible({
      timeout: 60_000,
    });
    const incident = page.getByRole('region', { name: 'Incidents' }).getByRole('link', { name });
    await expect(incident).toBeVisible({ timeout: 60_000 });
    await incident.click();
    await expect(page.getByText(/has gone on for/)).toBeVisible();
    await page.getByRole('textbox', { name: 'Comment' }).fill('the warehouse is closed');
    await page.getByRole('button', { name: 'Add the comment' }).click();
    const timeline = page.getByRole('region', { name: 'Timeline' });
    await expect(timeline).toContainText('Comment by admin: the warehouse is closed');

    service.isWell = true;
    await expect(timeline).toContainText('Healthy again', { timeout: 60_000 });
    await expect(page.getByText(/; lasted/)).toBeVisible();
    await page.goto(`${pagePaths.healthServices}?query=${name}`);
    const card = page.getByRole('listitem').filter({ has: page.getByRole('link', { name }) });
    await expect(card.getByText('Healthy')).toBeVisible();
    await expect(card.getByText(/Uptime in 30 days/)).toBeVisible();
  });

  test('a service that only reports is in the list, apart from a check of the same name', async ({ page, request }) => {
    await createCheck(request, name, service.url);
    await page.goto(`${pagePaths.healthServices}?kind=reported`);
    const reported = page.getByRole('region', { name: 'Reported by services themselves' });
    await expect(reported.getByText('Reported', { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('link', { name })).toHaveCount(0);
    await reported.getByRole('link').first().click();
    await expect(page).toHaveURL(/\/health\/reported\?app=.+&service=.+/);
    await expect(page.getByText(/Reported by .+ itself/)).toBeVisible();
    await expect(page.getByRole('region', { name: 'History' }).getByText('Response time').first()).toBeVisible();
    await expect(page.getByText('No data')).toHaveCount(0);
  });

  test('a refused address keeps what was typed, and names the setting that would allow it', async ({ page }) => {
    await page.goto(newCheckPath);
    await page.getByRole('textbox', { name: /^Service/ }).fill(name);
    await page.getByRole('textbox', { name: /^Address/ }).fill('http://169.254.169.254/latest/meta-data');
    await page.getByRole('button', { name: 'Create the check' }).click();
    await expect(page.getByText(/"settings.url" is refused.*SEAMARK_PROBE_ALLOW/)).toBeVisible();
    await expect(page.getByRole('textbox', { name: /^Service/ })).toHaveValue(name);
  });

  test('a status page shows visitors what was chosen, and nobody else once it is off', async ({
    browser,
    page,
    request,
  }) => {
    await createCheck(request, name, service.url);
    await page.goto(pagePaths.statusPages);
    await page.getByRole('button', { name: 'New status page' }).click();
    await page.getByRole('textbox', { name: /^Title/ }).fill(name);
    await page.getByRole('combobox', { name: 'Add a service' }).fill(name);
    await page.getByRole('option', { name }).click();
    await page.getByRole('textbox', { name: `Name of ${name} for visitors` }).fill('Our shop');
    await page.getByRole('button', { name: 'Create the page' }).click();

    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
    await expect(card.getByText('Off', { exact: true })).toBeVisible();
    await card.getByRole('button', { name: 'Switch on' }).click();
    const address = (await card.getByRole('link', { name: /\/status\// }).getAttribute('href')) ?? '';
    const visitor = await browser.newContext({ storageState: { cookies: [], origins: [] } });
    const outside = await visitor.newPage();
    await outside.goto(address);
    await expect(outside.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(outside.getByRole('heading', { level: 3, name: 'Our shop' })).toBeVisible();
    expect(await outside.content()).not.toContain(service.url);
    await visitor.close();

    await card.getByRole('button', { name: 'Switch off' }).click();
    await expect(card.getByText('Off', { exact: true })).toBeVisible();
    // A page that somebody has just seen may be shown for half a minute more.
    await expect.poll(async () => (await request.get(address)).status(), { timeout: 45_000 }).toBe(404);
  });

  test('a Viewer may look, and change nothing', async ({ browser, request }) => {
    const id = await createCheck(request, name, service.url);
    const login = `viewer-${name}`;
    const context = await signIn(browser, request, { login, role: 'Viewer' });
    const page = await context.newPage();
    await page.goto(`${pagePaths.healthServices}?query=${name}`);
    await expect(page.getByRole('link', { name })).toBeVisible();
    await expect(page.getByRole('link', { name: 'New check' })).toHaveCount(0);
    await page.getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
    for (const act of ['Run now', 'Delete']) {
      await expect(page.getByRole('button', { name: act })).toHaveCount(0);
    }
    await page.goto(`${healthCheckPath(id)}/edit`);
    await expect(page.getByText('Only Editors and Admins of this organisation can change checks')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save the check' })).toHaveCount(0);
    await page.goto(pagePaths.statusPages);
    await expect(page.getByText('Status pages are for Admins only')).toBeVisible();
    const resources = '/api/datasources/uid/seamark/resources';
    expect((await context.request.delete(`${resources}/health-checks/${id}`)).status()).toBe(403);
    expect((await context.request.get(`${resources}/status-pages`)).status()).toBe(403);
    await context.close();
    await removePerson(request, login);
  });
});
