import { expect, test, type Page } from '@playwright/test';
import { seededRandom } from '../../demo/sampleDay/random';
import { visit as sampleVisit } from '../../demo/sampleDay/visit';
import { Visit, type FaroBody } from '../Visit';
import { seamark } from '../watchingServer';

const shop = process.env.SEAMARK_E2E_SHOP_URL ?? '';

/** Everything must be visible within this time after the page has gone. */
const soon = { timeout: 10_000, intervals: [100] };

/** A question about the demo alone: other journeys send to the same server. */
function ofDemo(query: object, ...filters: object[]): object {
  return { ...query, filters: [{ field: 'app', operator: '=', value: 'demo' }, ...filters] };
}

const is = (field: string, value: string): object => ({ field, operator: '=', value });

/** The answer once it no longer changes: what was sent a moment ago may still be under way. */
async function steady(query: object): Promise<number | null> {
  let last: number | null | undefined;
  const isSteady = async () => {
    const before = last;
    last = await seamark.value(query);
    return last === before;
  };
  await expect.poll(isSteady, { timeout: 15_000, intervals: [1_000] }).toBe(true);
  return last ?? null;
}

/** Leaves the page, at which the browser reports the vitals that last as long as it does. */
async function leave(page: Page): Promise<void> {
  await page.goto('about:blank');
}

/** Errors by what is said of them and where they happened: what tells them apart from others. */
function errorsOf(bodies: readonly FaroBody[]): string[] {
  const places = bodies.flatMap(({ exceptions = [] }) =>
    exceptions.map(({ value, stacktrace }) => {
      const frames = stacktrace?.frames.map((frame) => `${frame.function} ${frame.filename}`) ?? [];
      return [value, ...frames].join(' < ');
    })
  );
  return [...new Set(places)].sort();
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
        .poll(() => seamark.value(ofDemo({ kind: 'performance', metric, calculation: 'count' })), {
          message: metric,
          ...soon,
        })
        .toBeGreaterThan(0);
    }
  });

  test('shows the handler that blocks as a slow interaction', async () => {
    const inp = await seamark.value(ofDemo({ kind: 'performance', metric: 'INP', calculation: 'max' }));
    expect(inp).toBeGreaterThan(300);
    expect(inp).toBeLessThan(5000);
  });

  test('tells the slow page from the fast one by its time to first byte', async ({ page }) => {
    await page.goto(`${shop}/sale`);
    await page.waitForTimeout(500);
    await leave(page);
    const query = ofDemo({ kind: 'performance', metric: 'TTFB', calculation: 'p75', groupBy: ['page_path'] });
    const ask = async () => new Map((await seamark.table(query)).map((row) => [row.page_path, row.value]));
    await expect.poll(async () => [...(await ask()).keys()], soon).toContain('/sale');
    const byPage = await ask();
    const sale = Number(byPage.get('/sale'));
    expect(sale).toBeGreaterThan(2000);
    // On a busy machine the fast one is slow, too, but it does not wait on top of that.
    expect(byPage.get('/products')).toBeLessThan(sale);
  });

  test('counts page views and clicks', async ({ page }) => {
    const visit = new Visit(page);
    await page.goto(`${shop}/`);
    await page.getByRole('button', { name: 'Add to cart' }).first().click();
    await visit.sent('add_to_cart');
    await page.goto(`${shop}/product/3`);
    await visit.settle();
    await leave(page);
    const ofVisit = (query: object, ...filters: object[]) =>
      ofDemo({ kind: 'events', calculation: 'count', ...query }, is('session_id', visit.session), ...filters);
    await expect.poll(() => seamark.value(ofVisit({}, is('event_type', 'page_view'))), soon).toBe(2);
    const names = await seamark.table(ofVisit({ groupBy: ['event_name'], limit: 100 }));
    expect(names.map((row) => row.event_name)).toContain('add_to_cart');
  });

  test('keeps the error that a click provoked, with where it happened', async ({ page }) => {
    await page.goto(`${shop}/cart`);
    await page.getByRole('button', { name: /Pay by invoice/ }).click();
    await page.waitForTimeout(600);
    await leave(page);
    const groupBy = ['error_message', 'page_path', 'severity'];
    const query = ofDemo({ kind: 'errors', calculation: 'count', groupBy }, is('page_path', '/cart'));
    await expect.poll(async () => (await seamark.table(query)).length, soon).toBeGreaterThan(0);
    const [error] = await seamark.table(query);
    expect(error).toMatchObject({ page_path: '/cart', severity: 'high' });
    expect(error?.error_message).toContain('Cannot read properties of undefined');
  });

  test('breaks where the visits of the sample day do, so that both are one group of errors', async ({ page }) => {
    const visit = new Visit(page);
    await page.goto(`${shop}/cart`);
    await page.getByRole('button', { name: /Pay by invoice/ }).click();
    await visit.settle();
    await page.goto(`${shop}/product/6`);
    await expect.poll(() => errorsOf(visit.bodies), { timeout: 15_000 }).toHaveLength(2);
    const settings = { origin: shop, start: Date.now(), release: '1.5.0', slowRelease: '1.5.0' };
    const sample = Array.from({ length: 300 }, (_, seed) => sampleVisit(seededRandom(seed), settings)).flat();
    expect(errorsOf(visit.bodies)).toEqual(errorsOf(sample as FaroBody[]));
  });

  test('knows browser and device from what the browser said', async () => {
    const groupBy = ['browser', 'device_type'];
    const rows = await seamark.table(ofDemo({ kind: 'performance', metric: 'TTFB', calculation: 'count', groupBy }));
    expect(rows).toEqual([
      expect.objectContaining({ browser: expect.stringMatching(/Chrom/), device_type: 'desktop' }),
    ]);
  });

  test('stops analytics once the visitor refused, and keeps vitals without identity', async ({ page }) => {
    const visit = new Visit(page);
    await page.goto(`${shop}/products`);
    await page.getByRole('button', { name: 'Refuse' }).click();
    await page.waitForLoadState('load');
    await visit.settle();
    await leave(page);
    const events = ofDemo({ kind: 'events', calculation: 'count' });
    const unidentified = ofDemo({ kind: 'performance', metric: 'TTFB', calculation: 'count' }, is('session_id', ''));
    const before = { events: await steady(events), unidentified: (await steady(unidentified)) ?? 0 };
    await page.goto(`${shop}/products`);
    await visit.settle();
    await leave(page);
    await expect.poll(() => seamark.value(unidentified), soon).toBeGreaterThan(before.unidentified);
    expect(await steady(events)).toBe(before.events);
  });
});
