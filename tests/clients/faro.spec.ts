import { expect, test } from '@playwright/test';
import { ingestUrl, seamark } from '../watchingServer';
import { startClientSite } from './startClientSite';

const soon = { timeout: 15_000, intervals: [200] };
/** A token comes back this often: what `Retry-After` then says is 5 seconds at most. */
const secondsToWait = 5;
/** Milliseconds by which events of the browser may reach the test later than each other. */
const observed = 200;

test('Faro, unmodified, in Chromium, waits for as long as it is told, then sends again', async ({ page }) => {
  const made = await seamark.createApp({
    name: 'limited-faro',
    allowed_origins: ['*'],
    consent_mode: 'off',
    rate_limit: { requests_per_second: 1 / secondsToWait, burst: 2 },
  });
  const site = await startClientSite(`
    import { initializeFaro } from '@grafana/faro-web-sdk';
    window.faro = initializeFaro({
      url: ${JSON.stringify(`${ingestUrl}/collect/${made.keys[0]?.key ?? ''}`)},
      app: { name: 'harbour', version: '1' }, batching: { sendTimeout: 50 },
    });
  `);
  /** By what was sent: the SDK lets the body that was refused wait, and sends others meanwhile. */
  const sent: Array<{ body: string | null; at: number }> = [];
  const refusals: Array<{ body: string | null; at: number; retryAfter: number }> = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') {
      sent.push({ body: request.postData(), at: Date.now() });
    }
  });
  page.on('response', (response) => {
    if (response.status() === 429) {
      const retryAfter = Number(response.headers()['retry-after']);
      refusals.push({ body: response.request().postData(), at: Date.now(), retryAfter });
    }
  });
  await page.goto(site.url);
  let events = 0;
  await expect
    .poll(async () => {
      // Every one different: the SDK leaves out what repeats the event before it.
      events += 1;
      await page.evaluate(`faro.api.pushEvent('storm', { number: '${events}' })`);
      return refusals.length > 0;
    }, soon)
    .toBe(true);
  const [{ body, at, retryAfter } = { body: null, at: 0, retryAfter: 0 }] = refusals;
  expect(retryAfter).toBeGreaterThan(0);
  const again = () => sent.filter((request) => request.body === body).slice(1);
  await expect.poll(() => again().length > 0, soon).toBe(true);
  // Both times are seen from outside of the page, a little after they were.
  expect((again()[0]?.at ?? 0) - at).toBeGreaterThanOrEqual(retryAfter * 1000 - observed);
  await site.stop();
});
