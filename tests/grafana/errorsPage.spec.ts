import { expect, test } from '@grafana/plugin-e2e';
import type { Page } from '@playwright/test';
import { pagePaths } from '../../src/contract/pagePaths';

const stock = /^Error: stock: 503/;
const title = (page: Page, name: RegExp) => page.getByRole('link', { name });

async function choose(page: Page, state: string): Promise<void> {
  await page.getByRole('combobox', { name: 'State' }).click();
  await page.getByRole('option', { name: state }).first().click();
}

test.describe('the errors', () => {
  test('are decided about with the keyboard, and taken up again', async ({ page }) => {
    await page.goto(pagePaths.errors);
    await expect(title(page, stock)).toBeVisible();
    const box = page.getByRole('checkbox', { name: /^Select Error: stock/ });
    await box.focus();
    await page.keyboard.press('x');
    await expect(page.getByText('1 selected')).toBeVisible();
    await page.keyboard.press('i');
    await expect(page.getByText(/^1 error ignored/)).toBeVisible();
    await expect(title(page, stock)).toHaveCount(0);

    await choose(page, 'Ignored');
    await page.getByRole('checkbox', { name: 'Select all of the list' }).check({ force: true });
    await page.getByRole('button', { name: 'Reopen' }).click();
    await expect(page.getByText(/reopened/)).toBeVisible();
    await choose(page, 'Open');
    await expect(title(page, stock)).toBeVisible();
  });

  test('say what came before, and lead to the dashboard and back', async ({ page }) => {
    await page.goto(pagePaths.errors);
    await title(page, stock).click();
    await expect(page.getByRole('heading', { name: 'What came before' })).toBeVisible();
    await expect(page.getByText(/\(\d+ s before\)/).first()).toBeVisible();
    const group = page.url();
    await page.setViewportSize({ width: 1400, height: 2400 });
    await page.getByRole('link', { name: 'On the dashboard' }).click();
    await expect(page).toHaveURL(/\/d\/seamark-errors.*fingerprint/);
    await page
      .getByRole('link', { name: /^[0-9a-f]{32}$/ })
      .first()
      .click();
    await expect(page).toHaveURL(new RegExp(`${new URL(group).pathname}$`));
  });

  test('are as bad as the rules of their app say, which can be tried first', async ({ page }) => {
    await page.goto(`${pagePaths.settings}/apps`);
    await page.getByRole('link', { name: 'demo' }).click();
    await page.getByRole('button', { name: 'Add a rule' }).click();
    const rule = page.getByRole('group', { name: 'Rule 1' });
    await rule.getByRole('textbox', { name: 'Message (RE2)' }).fill('(payment');
    await expect(rule.getByText(/not a regular expression/)).toBeVisible();
    await rule.getByRole('textbox', { name: 'Message (RE2)' }).fill('payment|invoice');
    await expect(rule.getByText(/not a regular expression/)).toHaveCount(0);
    const trial = page.getByRole('group', { name: 'Try it' });
    await trial.getByRole('textbox', { name: 'Its message' }).fill('no invoice');
    await expect(trial.getByText('Rule 1 decides.')).toBeVisible();
    await trial.getByRole('textbox', { name: 'Its message' }).fill('something else');
    await expect(trial.getByText(/No rule fits/)).toBeVisible();
  });
});
