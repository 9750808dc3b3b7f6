import { expect, test } from '@grafana/plugin-e2e';
import type { Page } from '@playwright/test';
import { pagePaths } from '../../src/contract/pagePaths';

const unique = () => Math.random().toString(36).slice(2, 8);
const words = (page: Page) => page.getByRole('status', { name: 'The rule in words' });
const backtest = (page: Page) => page.getByRole('status', { name: 'Backtest in words' });

/** Deletes a rule by its name from the list, with the question that comes before. */
async function remove(page: Page, name: string): Promise<void> {
  await page.goto(pagePaths.alertRules);
  await page.getByPlaceholder(/Search name/).fill(name);
  await page.getByRole('button', { name: `More for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await expect(page.getByRole('dialog')).toContainText('the rule cannot be brought back');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the rule' }).click();
  await expect(page.getByText('No rule fits').or(page.getByText('No alert rules yet'))).toBeVisible();
}

test.describe('alert rules', () => {
  test('begin as a ready-made one, are tried on what is stored, saved and evaluated', async ({ page }) => {
    const name = `journey ${unique()}`;
    await page.goto(pagePaths.alertRules);
    await expect(page.getByRole('link', { name: 'New rule' })).toBeVisible();
    const presets = page.getByRole('button', { name: 'Ready-made rules' });
    if ((await presets.getAttribute('aria-expanded')) !== 'true') {
      await presets.click();
    }
    const preset = page.getByRole('listitem').filter({ hasText: 'Pages load slowly' });
    await preset.getByRole('link', { name: 'Adjust first' }).click();
    await page.getByRole('textbox', { name: /^Name/ }).fill(name);

    // The limit of the demo's own numbers: low enough to have fired.
    await page.getByRole('textbox', { name: /^Limit/ }).fill('2600');
    await expect(words(page)).toContainText('is above 2.6 s');
    await expect(backtest(page)).toContainText(/Would have fired (once|[\d,]+ times) in the last 7 days/);
    await expect(page.getByRole('list', { name: 'Alerts that would have opened' })).toBeVisible();
    await page.getByRole('textbox', { name: /^Limit/ }).fill('900000');
    await expect(backtest(page)).toContainText('Would not have fired in the last 7 days');

    await page.getByRole('button', { name: 'Create the rule' }).click();
    await expect(page.getByText('Saved and evaluated')).toBeVisible();
    await expect(page).toHaveURL(/\/alerts\/rules\/[0-9a-f-]{36}/);

    await page.goto(pagePaths.alertRules);
    await page.getByPlaceholder(/Search name/).fill(name);
    await expect(page.getByText('is above 900 s')).toBeVisible();
    await expect(page).toHaveURL(/query=journey/);
    await remove(page, name);
  });

  test('are refused with the field named, here and by the server, and nothing that was typed is lost', async ({
    page,
  }) => {
    await page.goto(`${pagePaths.alertRules}/new`);
    await page.getByRole('button', { name: 'Create the rule' }).click();
    await expect(page.getByText(/Give the rule a name/)).toBeVisible();
    await expect(page.getByText('A number is needed here.')).toBeVisible();

    await page.getByRole('textbox', { name: /^Name/ }).fill(`journey ${unique()}`);
    await page.getByRole('textbox', { name: /^Limit/ }).fill('2500');
    await page.getByRole('button', { name: 'What people read' }).click();
    await page.getByRole('textbox', { name: /^Title/ }).fill('{{ labels.nothing }}');
    await page.getByRole('button', { name: 'Create the rule' }).click();
    await expect(page.getByText(/^Is no template that can be filled in/)).toBeVisible();
    await expect(page.getByRole('textbox', { name: /^Limit/ })).toHaveValue('2500');

    await page.getByRole('link', { name: 'Back to the rules' }).click();
    await expect(page.getByRole('dialog')).toContainText('Leave without saving?');
    await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
    await expect(page.getByRole('textbox', { name: /^Limit/ })).toHaveValue('2500');
  });
});

test.describe('what decides who hears of an alert', () => {
  test('a channel is created, tested with the real answer, and deleted', async ({ page }) => {
    const name = `journey ${unique()}`;
    await page.goto(pagePaths.alertChannels);
    await page.getByRole('button', { name: 'New channel' }).first().click();
    await page.getByText(/^Webhook/).click();
    await page.getByRole('textbox', { name: /^Name/ }).fill(name);
    await page.getByRole('textbox', { name: /^Address/ }).fill('http://127.0.0.1:9/hook');
    await page.getByRole('button', { name: 'Create the channel' }).click();
    const card = page.getByRole('listitem').filter({ hasText: name });
    await card.getByRole('button', { name: 'Send a test' }).click();
    // A private address, which the server refuses to call unless it is allowed.
    await expect(card.getByText(/refused it|did not take it/)).toBeVisible();
    await card.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete the channel' }).click();
    await expect(page.getByText(name)).toHaveCount(0);

    await page.goto(pagePaths.alertDeliveries);
    await expect(page.getByText(`to “${name}”`).first()).toBeVisible();
  });

  test('a silence begins, is in the calendar, and ends', async ({ page }) => {
    const why = `journey ${unique()}`;
    await page.goto(`${pagePaths.alertSilences}?label=team%3Dnobody`);
    await expect(page.getByText(/No open alert fits now/)).toBeVisible();
    await page.getByRole('textbox', { name: /^Why/ }).fill(why);
    await page.getByRole('button', { name: 'Silence', exact: true }).click();
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: why }) });
    await expect(card.getByText('Active')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Calendar' }).getByText(new RegExp(why)).first()).toBeVisible();
    await card.getByRole('button', { name: 'End it now' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End it now' }).click();
    await expect(card.getByText('Expired')).toBeVisible();
  });
});
