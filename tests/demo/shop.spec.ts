import { expect, test, type Page } from '@playwright/test';
import { seamark } from '../watchingServer';

const shop = process.env.SEAMARK_E2E_SHOP_URL ?? '';

/** Everything must be visible within this time after the page has gone. */
const soon = { timeout: 10_000, intervals: [100] };

/** Leaves the page, at which the browser reports the vitals that last as long as it does. */
async function leave(page: Page): Promise<void> {
  await page.goto('about:blank');
}

test.describe('a visit to the demo shop with the unmodified Faro SDK', () => {
  test.describe.configure({ mode: 'serial' });

  test('brings all five web vitals of a real browser', async ({ page }) => {
    await page.goto(`${shop}/products`);
    await page.getByRole('button', { name: /Sort by price/ }).click();
    await page.waitForTimeout(1500);
    await leave(page);
    for (const metric of ['LCP', 'INP', 'CLS', 'FCP', 'TTFB']) {
      await expect
        .poll(() => seamark.value({ kind: 'performance', metric, calculation: 'count' }), { message: metric, ...soon })
        .toBeGreaterThan(0);
    }
  });

  test('shows the handler that blocks as a slow interaction', async () => {
    const inp = await seamark.value({ kind: 'performance', metric: 'INP', calculation: 'max' });
    expect(inp).toBeGreaterThan(300);
    expect(inp).toBeLessThan(5000);
  });

  test('tells the slow page from the fast one by its time to first byte', async ({ page }) => {
    await page.goto(`${shop}/sale`);
    await page.waitForTimeout(500);
    await leave(page);
    const query = { kind: 'performance', metric: 'TTFB', calculation: 'p75', groupBy: ['page_path'] };
    await expect.poll(async () => (await seamark.table(query)).length, soon).toBeGreaterThan(1);
    const byPage = new Map((await seamark.table(query)).map((row) => [row.page_path, Object.values(row).at(-1)]));
    expect(byPage.get('/sale')).toBeGreaterThan(2000);
    expect(byPage.get('/products')).toBeLessThan(1000);
  });

  test('counts page views and clicks', async ({ page }) => {
    const views = {
      kind: 'events',
      calculation: 'count',
      filters: [{ field: 'event_type', operator: '=', value: 'page_view' }],
    };
    const before = (await seamark.value(views)) ?? 0;
    await page.goto(`${shop}/`);
    await page.getByRole('button', { name: 'Add to cart' }).first().click();
    await page.waitForTimeout(600);
    await page.goto(`${shop}/product/3`);
    await page.waitForTimeout(600);
    await leave(page);
    await expect.poll(() => seamark.value(views), soon).toBe(before + 2);
    const names = await seamark.table({ kind: 'events', calculation: 'count', groupBy: ['event_name'], limit: 100 });
    expect(names.map((row) => row.event_name)).toContain('add_to_cart');
  });

  test('keeps the error that a click provoked, with where it happened', async ({ page }) => {
    await page.goto(`${shop}/cart`);
    await page.getByRole('button', { name: /Pay by invoice/ }).click();
    await page.waitForTimeout(600);
    await leave(page);
    const query = { kind: 'errors', calculation: 'count', groupBy: ['error_message', 'page_path', 'severity'] };
    await expect.poll(async () => (await seamark.table(query)).length, soon).toBeGreaterThan(0);
    const [error] = await seamark.table(query);
    expect(error).toMatchObject({ page_path: '/cart', severity: 'high' });
    expect(error?.error_message).toContain('Cannot read properties of undefined');
  });

  test('knows browser and device from what the browser said', async () => {
    const rows = await seamark.table({
      kind: 'performance',
      metric: 'TTFB',
      calculation: 'count',
      groupBy: ['browser', 'device_type'],
    });
    expect(rows).toEqual([
      expect.objectContaining({ browser: expect.stringMatching(/Chrom/), device_type: 'desktop' }),
    ]);
  });

  test('stops analytics once the visitor refused, and keeps vitals without identity', async ({ page }) => {
    await page.goto(`${shop}/products`);
    await page.getByRole('button', { name: 'Refuse' }).click();
    await page.waitForLoadState('load');
    await page.waitForTimeout(600);
    const views = { kind: 'events', calculation: 'count' };
    await leave(page);
    await page.waitForTimeout(600);
    const before = await seamark.value(views);
    await page.goto(`${shop}/products`);
    await page.waitForTimeout(800);
    await leave(page);
    const unidentified = {
      kind: 'performance',
      metric: 'TTFB',
      calculation: 'count',
      filters: [{ field: 'session_id', operator: '=', value: '' }],
    };
    await expect.poll(() => seamark.value(unidentified), soon).toBeGreaterThan(0);
    expect(await seamark.value(views)).toBe(before);
  });
});
