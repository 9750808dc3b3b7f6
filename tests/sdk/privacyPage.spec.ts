import { expect, test, type Page } from '@playwright/test';
import { ingestUrl } from '../watchingServer';
import { siteThatAsks } from './siteThatAsks';
import { Visit, type Answer } from '../Visit';

const host = siteThatAsks();

/** One event of a visitor who agreed on the site; answers what the server made of it. */
async function sendAgreed(page: Page): Promise<Answer | undefined> {
  const visit = new Visit(page);
  await page.goto(host.site.show({ options: host.options() }));
  await visit.run('handle.optIn()');
  await visit.event('agreed');
  await expect.poll(() => visit.answerTo('agreed')).toBeDefined();
  return visit.answerTo('agreed');
}

test('a visitor opts out with the keyboard, the server heeds it, and they take it back', async ({ page }) => {
  await page.goto(`${ingestUrl}/privacy`);
  await expect(page.getByRole('status')).toContainText('You have not opted out');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Opt out' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('You have opted out');
  await expect(page.getByRole('button', { name: 'Take the opt-out back' })).toBeFocused();
  await page.reload();
  await expect(page.getByRole('status')).toContainText('You have opted out');

  expect(await sendAgreed(page)).toMatchObject({ dropped: { consent_denied: expect.any(Number) } });

  await page.goto(`${ingestUrl}/privacy`);
  await page.getByRole('button', { name: 'Take the opt-out back' }).click();
  await expect(page.getByRole('status')).toContainText('You have not opted out');
  expect((await sendAgreed(page))?.dropped).not.toHaveProperty('consent_denied');
});

test('no other page can take an opt-out back, nor show the page in a frame', async ({ page, context }) => {
  await page.goto(`${ingestUrl}/privacy`);
  await page.getByRole('button', { name: 'Opt out' }).click();
  await expect(page.getByRole('status')).toContainText('You have opted out');
  await page.goto(host.site.show({ options: host.options() }));
  await page.evaluate(
    (url) => fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include' }).catch(() => undefined),
    `${ingestUrl}/privacy/opt-in`
  );
  const read = await page.evaluate(
    (url) =>
      fetch(url, { credentials: 'include' }).then(
        () => 'read',
        () => 'refused'
      ),
    `${ingestUrl}/privacy`
  );
  expect(read).toBe('refused');
  const framed = await page.evaluate(async (url) => {
    const frame = document.createElement('iframe');
    frame.src = url;
    document.body.append(frame);
    await new Promise((loaded) => (frame.onload = loaded));
    return frame.contentDocument === null;
  }, `${ingestUrl}/privacy`);
  expect(framed).toBe(true);
  await expect(page.frameLocator('iframe').getByRole('status')).toHaveCount(0);
  expect((await context.cookies(ingestUrl)).map(({ name, value }) => `${name}=${value}`)).toEqual([
    'seamark_opt_out=1',
  ]);
});

test('works without script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${ingestUrl}/privacy`);
  const answered = page.waitForResponse((response) => response.url().endsWith('/opt-out'));
  await page.getByRole('button', { name: 'Opt out' }).click();
  expect((await answered).status()).toBe(204);
  await page.goto(`${ingestUrl}/privacy`);
  await expect(page.getByRole('status')).toContainText('You have opted out');
  await context.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`can be read in the ${colorScheme} theme, on a narrow screen too`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    const visit = new Visit(page);
    await page.goto(`${ingestUrl}/privacy`);
    const [text, back, overflow] = await page.evaluate(() => {
      const style = getComputedStyle(document.body);
      return [style.color, style.backgroundColor, document.documentElement.scrollWidth - innerWidth];
    });
    const light = (color: unknown): number => Math.max(...(String(color).match(/\d+/g) ?? []).slice(0, 3).map(Number));
    expect(light(text) < light(back)).toBe(colorScheme === 'light');
    expect(Math.abs(light(text) - light(back))).toBeGreaterThan(150);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(visit.errors).toEqual([]);
  });
}
