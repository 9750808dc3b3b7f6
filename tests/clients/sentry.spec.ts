import { expect, test } from '@playwright/test';
import type { LoopbackSite } from '../../scripts/start/serveOnLoopback';
import { storedRows } from '../storedRows';
import { ingestUrl, seamark } from '../watchingServer';
import { startClientSite } from './startClientSite';

const soon = { timeout: 15_000, intervals: [200] };

/** A page with the SDK as its manual says, with everything switched on that it can send. */
function scriptOf(version: number, dsn: string): string {
  return `
    import * as Sentry from 'sentry-browser-${version}';
    window.Sentry = Sentry;
    Sentry.init({
      dsn: ${JSON.stringify(dsn)}, release: 'harbour@${version}', environment: 'e2e', tracesSampleRate: 1, enableLogs: true,
      _experiments: { enableLogs: true }, sendDefaultPii: true,
      integrations: [Sentry.browserTracingIntegration()],
    });
    Sentry.setUser({ id: 'captain-0815', email: 'captain@harbour.example', username: 'Captain Blue' });
    window.broken = () => { throw new TypeError('no anchor for captain-0815 in ${version}'); };
    window.say = () => { if (Sentry.logger) Sentry.logger.warn('low tide ${version}'); };
  `;
}

for (const version of [8, 9, 10, 11]) {
  test.describe(`@sentry/browser ${version}, unmodified, in Chromium`, () => {
    const app = `sentry-${version}`;
    const of = (query: object) => ({ ...query, filters: [{ field: 'app', operator: '=', value: app }] });
    let site: LoopbackSite;

    test.beforeAll(async () => {
      const made = await seamark.createApp({
        name: app,
        allowed_origins: ['*'],
        consent_mode: 'off',
        rate_limit: null,
      });
      site = await startClientSite(scriptOf(version, dsnOf(made)));
    });
    test.afterAll(() => site.stop());

    test('brings errors, page views and vitals, and is told that they are stored', async ({ page }) => {
      const answers: number[] = [];
      page.on('response', (response) => {
        if (response.url().includes('/envelope/')) {
          answers.push(response.status());
        }
      });
      await page.goto(new URL('/?token=canary-token-4711', site.url).href);
      await page.getByRole('button', { name: 'Pay' }).click();
      await page.evaluate('window.say(); setTimeout(window.broken, 0)');
      // The SDK closes the transaction of a page load a second after its last work, and the vitals go with it.
      await page.waitForTimeout(2_500);
      await page.evaluate('Sentry.flush(10000)');
      await page.goto('about:blank');
      await expect.poll(() => seamark.value(of({ kind: 'errors', calculation: 'count' })), soon).toBe(1);
      await expect.poll(() => seamark.value(of({ kind: 'events', calculation: 'count' })), soon).toBeGreaterThan(0);
      await expect
        .poll(() => seamark.value(of({ kind: 'performance', metric: 'TTFB', calculation: 'count' })), soon)
        .toBeGreaterThan(0);
      const names = await seamark.table(
        of({ kind: 'events', calculation: 'count', groupBy: ['event_type'], limit: 100 })
      );
      expect(names.map((row) => row.event_type)).toContain('page_view');
      const rows = JSON.stringify(
        await seamark.table(
          of({ kind: 'errors', calculation: 'count', groupBy: ['release', 'severity', 'error_type'] })
        )
      );
      expect(rows).toContain(`harbour@${version}`);
      expect(rows).toContain('high');
      expect(new Set(answers)).toEqual(new Set([200]));
      // The page told the SDK who its visitor is, and the error says it again.
      const stored = await storedRows(app);
      expect(stored).toContain('no anchor for');
      for (const canary of ['captain-0815', 'captain@harbour.example', 'Captain Blue', 'canary-token-4711']) {
        expect(stored).not.toContain(canary);
      }
    });
  });
}

test.describe('the SDK under a rate limit', () => {
  for (const version of [8, 11]) {
    test(`${version} stops sending for as long as it is told`, async ({ page }) => {
      const limit = { requests_per_second: 0.01, burst: 2 };
      const made = await seamark.createApp({
        name: `limited-${version}`,
        allowed_origins: ['*'],
        consent_mode: 'off',
        rate_limit: limit,
      });
      const site = await startClientSite(scriptOf(version, dsnOf(made)));
      let begun = 0;
      const answers: number[] = [];
      page.on('request', (request) => (begun += request.url().includes('/envelope/') ? 1 : 0));
      page.on('response', (response) => {
        if (response.url().includes('/envelope/')) {
          answers.push(response.status());
        }
      });
      const storm = async () => {
        await page.evaluate('Sentry.captureException(new Error(`storm ${Math.random()}`))');
        await page.waitForTimeout(200);
      };
      await page.goto(site.url);
      const refused = async () => {
        await storm();
        return answers.includes(429);
      };
      await expect.poll(refused, soon).toBe(true);
      // Requests that were under way when the first refusal came may be refused too; after it none is begun.
      await expect.poll(() => answers.length, soon).toBe(begun);
      const before = begun;
      for (let time = 0; time < 6; time += 1) {
        await storm();
      }
      expect(begun).toBe(before);
      await site.stop();
    });
  }
});

/** The DSN of an app: key, listener and number. */
function dsnOf({ keys, number }: { keys: ReadonlyArray<{ key: string }>; number: number }): string {
  return `${ingestUrl.replace('://', `://${keys[0]?.key ?? ''}@`)}/${number}`;
}
