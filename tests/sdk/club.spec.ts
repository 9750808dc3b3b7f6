import { expect, test } from '@playwright/test';
import { Visit } from '../Visit';

const shop = (): string => process.env.SEAMARK_E2E_SHOP_URL ?? '';

test('the club of the demo asks before it measures', async ({ page }) => {
  const visit = new Visit(page);
  await page.goto(`${shop()}/club`);
  const banner = page.getByRole('region', { name: 'Consent' });
  await expect(banner).toBeVisible();
  await page.getByRole('navigation', { name: 'Club' }).getByRole('link', { name: 'Berths' }).click();
  await page.getByRole('button', { name: 'Reserve' }).first().click();
  await visit.settle();
  expect(visit.bodies).toEqual([]);
  expect(await visit.stored()).toEqual([]);
  await banner.getByRole('button', { name: 'Allow' }).click();
  await expect(banner).toBeHidden();
  await visit.sent('page_view', 'reserve_berth');
  await page.getByRole('button', { name: 'Change' }).click();
  await banner.getByRole('button', { name: 'Refuse' }).click();
  await expect(page.getByRole('status')).toContainText('denied');
  const before = visit.bodies.length;
  await page.reload();
  await expect(banner).toBeHidden();
  await visit.settle();
  expect(visit.bodies).toHaveLength(before);
});

test('the shop leads to the club, and stays as it was', async ({ page }) => {
  await page.goto(shop());
  await page.getByRole('link', { name: 'Club (asks first)' }).click();
  await expect(page.getByRole('heading', { name: 'The club by the water' })).toBeVisible();
});
