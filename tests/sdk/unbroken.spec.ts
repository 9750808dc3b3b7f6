import { expect, test } from '@playwright/test';
import type { SitePage } from './HostSite';
import { siteThatAsks } from './siteThatAsks';
import { Visit } from '../Visit';

const host = siteThatAsks();
const { options } = host;

const everything = `handle.optIn(); handle.faro?.api.pushEvent('x'); handle.decide({ analytics: 'denied' }); handle.state();
  handle.decide(null); handle.decide('nonsense'); handle.optIn(); history.pushState(null, '', '/elsewhere'); handle.faro?.api.pushEvent('y');`;

const fail = "() => { throw new Error('a bug of the site') }";

const broken: ReadonlyArray<[name: string, page: () => SitePage]> = [
  ['there is no fetch', () => ({ options: options(), before: 'delete window.fetch; window.fetch = undefined;' })],
  [
    'storage throws',
    () => ({
      options: options(),
      before: `for (const area of ['localStorage', 'sessionStorage']) Object.defineProperty(window, area, { get() { throw new Error('denied'); } });`,
    }),
  ],
  [
    'every callback throws',
    () => ({
      options: options(
        `routeName: ${fail}, onConsent: ${fail}, onError: ${fail},
         faro: { metas: [${fail}], pageTracking: { generatePageId: ${fail} }, beforeSend: ${fail}, sessionTracking: { sampler: ${fail}, onSessionChange: ${fail}, generateSessionId: ${fail} } }`
      ),
    }),
  ],
  ['Faro is missing', () => ({ loading: 'script without Faro', options: options() })],
  [
    'the options are nonsense',
    () => ({ options: "{ collectUrl: 7, app: 5, purposes: 3, consent: {}, faro: 'x', routeName: 1 }" }),
  ],
  ['there are no options', () => ({ options: '' })],
  ['the server is not there', () => ({ options: "{ collectUrl: 'http://127.0.0.1:9/collect/k', app: 'asks' }" })],
  ['it is started twice', () => ({ options: `{ ...${options()}, x: seamark.startSeamark(${options()}) }` })],
  [
    'Faro runs already',
    () => ({
      // The site's own Faro would tell its console that there is a second one, where it is not told to be silent.
      loading: 'script',
      options: `{ ...${options()}, x: GrafanaFaroWebSdk.initializeFaro({ url: '${host.collectUrl}', app: { name: 'own' }, internalLoggerLevel: 0 }) && undefined }`,
    }),
  ],
];

for (const [name, sitePage] of broken) {
  test(`the page works when ${name}`, async ({ page }) => {
    const visit = new Visit(page);
    await page.goto(host.site.show(sitePage()));
    await visit.run(everything);
    await visit.settle();
    await page.getByRole('button').click();
    await expect(page.getByRole('button')).toHaveText('It does');
    // What the browser itself says of a refused connection is not ours to hide.
    expect(visit.errors.filter((error) => !error.includes('ERR_'))).toEqual([]);
  });
}

test('the page works under a policy that forbids sending, and is not told of it without end', async ({ page }) => {
  const visit = new Visit(page);
  const policy = "default-src 'self'; script-src 'self' 'unsafe-inline'; connect-src 'none'; img-src data:";
  // Without Faro's own suppression of repetitions, one report of a refused request would bring the next for ever.
  await page.goto(host.site.show({ options: options('faro: { dedupe: false }'), policy }));
  await visit.run(everything);
  await expect.poll(() => visit.errors.length).toBeGreaterThan(0);
  await page.waitForTimeout(4000);
  const said = visit.errors.length;
  expect(visit.errors.every((error) => error.includes('Content Security Policy'))).toBe(true);
  await page.waitForTimeout(6000);
  expect(visit.errors.length - said).toBeLessThanOrEqual(6);
  await page.getByRole('button').click();
  await expect(page.getByRole('button')).toHaveText('It does');
});

test('a page in a sandboxed frame works, and sends once its visitor agrees', async ({ page }) => {
  const visit = new Visit(page);
  await page.goto(host.site.show({ options: options(), sandboxed: true }));
  const frame = page.frames()[1];
  await frame?.waitForFunction('window.handle');
  await visit.settle();
  expect(visit.bodies).toEqual([]);
  await frame?.evaluate(`handle.optIn(); handle.faro.api.pushEvent('framed')`);
  await visit.sent('framed');
  await page.frameLocator('iframe').getByRole('button').click();
  await expect(page.frameLocator('iframe').getByRole('button')).toHaveText('It does');
  expect(visit.errors).toEqual([]);
});

test('an error of the site reaches its own handlers, as ever', async ({ page }) => {
  const visit = new Visit(page);
  await page.goto(
    host.site.show({ options: options(), before: 'window.heard = []; window.onerror = (m) => { heard.push(m); }' })
  );
  await visit.run("setTimeout(() => { throw new Error('of the site') })");
  await expect.poll(() => page.evaluate('heard.length')).toBe(1);
});

test('what the site measures arrives although its callbacks throw', async ({ page }) => {
  const visit = new Visit(page);
  const callbacks = `routeName: ${fail}, onConsent: ${fail}, faro: { metas: [${fail}], pageTracking: { generatePageId: ${fail} }, sessionTracking: { sampler: ${fail} } }`;
  await page.goto(host.site.show({ options: options(callbacks) }));
  await visit.event('early');
  await visit.run('handle.optIn()');
  await visit.event('late');
  await visit.sent('early', 'late');
  expect(visit.errors).toEqual([]);
});
