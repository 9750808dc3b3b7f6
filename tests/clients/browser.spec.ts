import { expect, test } from '@playwright/test';
import { text } from 'node:stream/consumers';
import { createCertificate } from '../../pkg/probes/testing/authority';
import { serveOnLoopback } from '../../scripts/start/serveOnLoopback';
import { storedRows } from '../storedRows';
import { ingestUrl, seamark } from '../watchingServer';
import { startClientSite } from './startClientSite';

const soon = { timeout: 20_000, intervals: [200] };

const keyOf = async (name: string): Promise<string> => {
  const app = await seamark.createApp({ name, allowed_origins: ['*'], consent_mode: 'off', rate_limit: null });
  return app.keys[0]?.key ?? '';
};

const countOf = (app: string, event: string): Promise<unknown> =>
  seamark.value({
    kind: 'events',
    calculation: 'count',
    filters: [
      { field: 'app', operator: '=', value: app },
      { field: 'event_name', operator: '=', value: event },
    ],
  });

test('violations of a policy, as Chromium reports them by itself, are stored', async ({ page }) => {
  const app = 'reporting-browser';
  // Only `report-uri`: endpoints of the newer `report-to` must have a certificate.
  const site = await startClientSite('', {
    'content-security-policy': `img-src 'none'; report-uri ${ingestUrl}/reports/${await keyOf(app)}`,
  });
  await page.goto(new URL('/?token=canary-token-4712', site.url).href);
  await page.evaluate("new Image().src = '/tracker.png?token=canary-token-4712'");
  await expect.poll(() => countOf(app, 'csp-violation'), soon).toBe(1);
  const stored = await storedRows(app);
  expect(stored).toContain('img-src');
  expect(stored).toContain('/tracker.png');
  expect(stored).not.toContain('canary-token-4712');
  await site.stop();
});

test('deprecations and crashes, as Chromium reports them by itself, are stored', async ({
  playwright,
  launchOptions,
}) => {
  const app = 'reports to an endpoint';
  const key = await keyOf(app);
  const certificate = await createCertificate('localhost', 30);
  // Endpoints must have a certificate: a proxy of the site's own hands the reports on, as it would in front of a server.
  const site = await serveOnLoopback(
    (request, response) => {
      if (request.method === 'POST') {
        const { 'content-type': type = '', 'user-agent': agent = '' } = request.headers;
        const headers = { 'content-type': type, 'user-agent': agent };
        void text(request)
          .then((body) => fetch(`${ingestUrl}/reports/${key}`, { method: 'POST', headers, body }))
          .then(({ status }) => response.writeHead(status).end());
        return;
      }
      response.writeHead(200, { 'content-type': 'text/html', 'reporting-endpoints': `default="${site.url}/reports"` });
      response.end(
        '<!doctype html><script>const r = new XMLHttpRequest(); r.open("GET", "/a", false); r.send()</script>'
      );
    },
    0,
    { key: certificate.private, cert: certificate.cert }
  );
  // A browser of its own, for it crashes; otherwise reports may wait for a minute.
  const args = [...(launchOptions.args ?? []), '--short-reporting-delay', '--ignore-certificate-errors'];
  const browser = await playwright.chromium.launch({ ...launchOptions, args });
  const page = await browser.newPage();
  await page.goto(`${site.url}/slow?token=canary-token-4713`);
  await expect.poll(() => countOf(app, 'deprecation'), soon).toBe(1);
  page.goto('chrome://crash').catch(() => undefined);
  const filters = [{ field: 'app', operator: '=', value: app }];
  const groupBy = ['error_type', 'severity', 'page_path'];
  const crashes = () => seamark.table({ kind: 'errors', calculation: 'count', filters, groupBy });
  await expect.poll(crashes, soon).toMatchObject([{ error_type: 'crash', severity: 'critical', page_path: '/slow' }]);
  expect(await storedRows(app)).toContain('Synchronous `XMLHttpRequest` on the main thread is deprecated');
  expect(await storedRows(app)).not.toContain('canary-token-4713');
  await browser.close();
  await site.stop();
});

test.describe('navigator.sendBeacon', () => {
  const forms = {
    text: 'JSON.stringify(body)',
    'URL form': 'new URLSearchParams({ payload: JSON.stringify(body) })',
    'multipart form':
      "(() => { const form = new FormData(); form.append('payload', JSON.stringify(body)); return form; })()",
  };
  for (const [form, wrapped] of Object.entries(forms)) {
    test(`of a page that is being left is stored, as ${form}, without a preflight`, async ({ page }) => {
      const app = `beacon of ${form}`;
      const url = `${ingestUrl}/collect/${await keyOf(app)}`;
      const event = { name: 'left', timestamp: new Date().toISOString() };
      const body = JSON.stringify({ meta: { session: { id: 'beacon' } }, events: [event] });
      const site = await startClientSite(
        `addEventListener('pagehide', () => { const body = ${body}; navigator.sendBeacon(${JSON.stringify(url)}, ${wrapped}); });`
      );
      const preflights: string[] = [];
      page.on('request', (request) => {
        if (request.method() === 'OPTIONS') {
          preflights.push(request.url());
        }
      });
      await page.goto(site.url);
      await page.goto('about:blank');
      await expect.poll(() => countOf(app, 'left'), soon).toBe(1);
      expect(preflights).toEqual([]);
      await site.stop();
    });
  }
});
