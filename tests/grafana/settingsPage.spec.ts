import { expect, test } from '@grafana/plugin-e2e';
import { pagePaths } from '../../src/contract/pagePaths';

test.describe('the settings', () => {
  test('create an app, wait for its first data, and delete it again', async ({ page, request }) => {
    const name = `journey ${Math.random().toString(36).slice(2, 8)}`;
    await page.goto(`${pagePaths.settings}/apps`);
    await page.getByRole('button', { name: 'Create an app' }).click();
    await page.getByRole('button', { name: 'Create the app' }).click();
    await expect(page.getByText('Give the app a name.')).toBeVisible();
    await page.getByRole('textbox', { name: /Name/ }).fill(name);
    await page.getByRole('textbox', { name: /Allowed origins/ }).fill('https://shop.example');
    await page.getByRole('button', { name: 'Create the app' }).click();

    await expect(page.getByRole('heading', { name })).toBeVisible();
    await expect(page.getByText(/Waiting for first data/)).toBeVisible();
    const snippet = await page.getByLabel('Snippet', { exact: true }).innerText();
    const [url, key] = ['url', 'key'].map((option) => new RegExp(`${option}: '([^']+)'`).exec(snippet)?.[1]);
    expect(url).toBeDefined();
    const sent = await request.post(`${url ?? ''}/collect/${key ?? ''}`, {
      headers: { origin: 'https://shop.example' },
      data: {
        meta: { app: { name }, session: { id: 'journey' }, page: { url: 'https://shop.example/' } },
        measurements: [{ type: 'web-vitals', values: { lcp: 1200 }, timestamp: new Date().toISOString() }],
      },
    });
    expect(sent.status()).toBe(202);
    await expect(page.getByText(/Data arrives/)).toBeVisible();

    await page.getByRole('button', { name: 'Delete the app' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Lost for good');
    await dialog.getByRole('textbox').fill(name);
    await dialog.getByRole('button', { name: 'Delete the app and its data' }).click();
    await expect(page).toHaveURL(new RegExp(`${pagePaths.settings}$`));
    await expect(page.getByText(name)).toHaveCount(0);
  });

  test('show a token once, and revoke it', async ({ page }) => {
    const name = `journey ${Math.random().toString(36).slice(2, 8)}`;
    await page.goto(`${pagePaths.settings}/tokens`);
    await page.getByRole('button', { name: 'Create a token' }).first().click();
    await page.getByRole('textbox', { name: /Name/ }).fill(name);
    await page.getByRole('button', { name: 'Create the token' }).click();
    await expect(page.getByText(/it is not shown again/)).toBeVisible();
    await page.getByRole('button', { name: 'I have it' }).click();
    await expect(page.getByText(/it is not shown again/)).toHaveCount(0);

    const card = page.getByRole('listitem').filter({ hasText: name });
    await card.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke the token' }).click();
    await expect(card.getByText(/^Revoked/)).toBeVisible();
  });

  test('say how the server is', async ({ page }) => {
    await page.goto(`${pagePaths.settings}/server`);
    await expect(page.getByText('Clients send to')).toBeVisible();
  });
});
