import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seamark } from '../watchingServer';
import { siteThatAsks } from './siteThatAsks';
import { Visit } from '../Visit';

const soon = { timeout: 10_000, intervals: [100] };
const host = siteThatAsks();
const { options } = host;

test.describe('before the visitor has decided', () => {
  for (const loading of ['bundle', 'script', 'module'] as const) {
    test(`nothing is sent and nothing stored, and all of it is sent once they agree (${loading})`, async ({ page }) => {
      const visit = new Visit(page);
      const early = `early_${loading}`;
      await page.goto(host.site.show({ loading, options: options() }));
      await page.waitForFunction('window.handle');
      await visit.event(early);
      await visit.run(`setTimeout(() => { throw new Error('${early}') })`);
      await visit.run("document.dispatchEvent(new Event('visibilitychange'))");
      await visit.settle();
      expect(visit.bodies).toEqual([]);
      expect(await visit.stored()).toEqual([]);

      await visit.run("handle.decide('granted')");
      await visit.sent(early, 'faro.performance.navigation', 'session_start');
      expect(visit.bodies.flatMap(({ exceptions = [] }) => exceptions.map(({ value }) => value))).toContain(early);
      const sessions = new Set(visit.bodies.map(({ meta }) => meta.session?.id));
      expect([sessions.size, [...sessions][0]]).toEqual([1, expect.any(String)]);
      expect(visit.bodies.every(({ meta }) => meta.session?.attributes?.consent === 'granted')).toBe(true);
      expect(await visit.stored()).toEqual(expect.arrayContaining(['seamark.consent', 'com.grafana.faro.session']));
      const query = {
        kind: 'events',
        calculation: 'count',
        filters: [{ field: 'event_name', operator: '=', value: early }],
      };
      await expect.poll(() => seamark.value(query), soon).toBe(1);
    });
  }

  test('leaving the page sends nothing either', async ({ page }) => {
    const visit = new Visit(page);
    await page.goto(host.site.show({ options: options() }));
    await visit.event('left');
    await page.goto('about:blank');
    await visit.settle();
    expect(visit.bodies).toEqual([]);
  });
});

test.describe('once the visitor has refused', () => {
  test('what was held is gone for good, also if they agree later', async ({ page }) => {
    const visit = new Visit(page);
    await page.goto(host.site.show({ options: options() }));
    await visit.event('held');
    await visit.settle();
    await visit.event('just_now');
    await visit.run('handle.optOut()');
    await visit.event('refused');
    await visit.settle();
    expect(visit.bodies).toEqual([]);
    expect(await visit.stored()).toEqual(['seamark.consent']);
    await visit.run('handle.optIn()');
    await visit.event('welcome');
    await visit.sent('welcome');
    expect(visit.events).not.toEqual(expect.arrayContaining(['held']));
    expect(visit.events).not.toEqual(expect.arrayContaining(['refused']));
  });

  test('it lasts over a reload, and so does agreeing again', async ({ page }) => {
    const visit = new Visit(page);
    await page.goto(host.site.show({ options: options() }));
    await visit.run('handle.optOut()');
    await page.reload();
    await visit.event('after_reload');
    await visit.settle();
    expect(visit.bodies).toEqual([]);
    expect(await page.evaluate('handle.state()')).toMatchObject({ isAsking: false, choices: { analytics: 'denied' } });
    await visit.run('handle.optIn()');
    await page.reload();
    await visit.event('agreed');
    await visit.sent('agreed');
  });

  test('what Faro had stored goes, and does not come back when the tab is shown again', async ({ page }) => {
    const visit = new Visit(page);
    await page.goto(host.site.show({ options: options('faro: { sessionTracking: { persistent: true } }') }));
    await visit.run('handle.optIn()');
    await visit.sent('session_start');
    expect(await visit.stored()).toContain('com.grafana.faro.session');
    const before = visit.bodies.length;
    await visit.run('handle.optOut()');
    await visit.page.waitForTimeout(1100);
    await visit.run("document.dispatchEvent(new Event('visibilitychange'))");
    await visit.run("handle.faro.api.setUser({ id: '7' }); handle.faro.api.setView({ name: 'other' })");
    await visit.event('refused');
    await visit.settle();
    expect(await visit.stored()).toEqual(['seamark.consent']);
    expect(visit.bodies).toHaveLength(before);
    await visit.run('handle.optIn()');
    await visit.event('again');
    await visit.sent('again');
    const ids = visit.bodies.map(({ meta }) => meta.session?.id);
    expect(ids.at(-1)).not.toBe(ids[0]);
  });

  test('another tab of the site stops too', async ({ page, context }) => {
    await page.goto(host.site.show({ options: options("consent: 'implied'") }));
    const other = new Visit(await context.newPage());
    await other.page.goto(host.site.url);
    await other.sent('session_start');
    const before = other.bodies.length;
    await page.evaluate('handle.optOut()');
    // The browser tells the other tab in its own time.
    await expect.poll(() => other.page.evaluate('handle.state().choices.analytics')).toBe('denied');
    await other.event('refused_elsewhere');
    await other.settle();
    expect(other.bodies).toHaveLength(before);
  });
});

test('purposes are decided one by one', async ({ page }) => {
  const visit = new Visit(page);
  await page.goto(host.site.show({ options: options() }));
  await visit.run("handle.decide({ errors: 'granted', analytics: 'denied' })");
  await visit.event('analytics_item');
  await visit.run("handle.faro.api.pushError(new Error('kept'))");
  await expect.poll(() => visit.bodies.length).toBeGreaterThan(0);
  await visit.settle();
  expect(visit.events).toEqual([]);
  expect(visit.bodies.map(({ exceptions, measurements }) => [exceptions?.[0]?.value, measurements])).toEqual([
    ['kept', undefined],
  ]);
  expect(visit.bodies[0]?.meta.session?.attributes?.consent).toBe('analytics=denied,errors=granted');
  await expect.poll(() => visit.answers.map(({ accepted }) => accepted)).toEqual([1]);
});

for (const [name, script] of [
  ['Global Privacy Control', "Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })"],
  ['Do Not Track', "Object.defineProperty(navigator, 'doNotTrack', { value: '1' })"],
] as const) {
  test(`${name} beats a grant, except where nobody is asked`, async ({ page }) => {
    const visit = new Visit(page);
    await page.addInitScript(script);
    for (const mode of ['required', 'implied']) {
      await page.goto(host.site.show({ options: options(`consent: '${mode}'`) }));
      expect(await page.evaluate('handle.state().isAsking')).toBe(false);
      await visit.run('handle.optIn()');
      await visit.event('signalled');
      await visit.settle();
      expect(visit.bodies).toEqual([]);
      expect(await visit.stored()).toEqual(['seamark.consent']);
    }
    await page.goto(host.site.show({ options: options("consent: 'off'") }));
    await visit.event('internal');
    await visit.sent('internal');
  });
}

test('routes of a single-page site name its pages', async ({ page }) => {
  const visit = new Visit(page);
  const routeName = "routeName: (path) => path.replace(/\\d+/, ':id')";
  await page.goto(host.site.show({ options: options(`consent: 'implied', ${routeName}`) }));
  await visit.sent('session_start');
  await visit.run("history.pushState(null, '', '/boat/7')");
  await visit.event('on_boat');
  await visit.sent('on_boat', 'page_view');
  const body = visit.bodies.find(({ events }) => events?.some(({ name }) => name === 'on_boat'));
  expect(body?.meta).toMatchObject({ page: { id: '/boat/:id' }, view: { name: '/boat/:id' } });
  expect(visit.events.filter((name) => name === 'page_view')).toHaveLength(1);
});

test('the banner of the README asks, and its answers hold', async ({ page }) => {
  const visit = new Visit(page);
  const readme = readFileSync(join(__dirname, '..', '..', 'sdk', 'README.md'), 'utf8');
  const [, banner = ''] = /## A consent banner[^]*?```html\n([^]*?)```/.exec(readme) ?? [];
  const [ingestUrl = '', key = ''] = host.collectUrl.split('/collect/');
  const filled = banner.replace('https://collect.example.com', ingestUrl).replace("key: '…'", `key: '${key}'`);
  const html = `<!doctype html><script src="/seamark.bundle.iife.js"></script><body>${filled}`;
  await page.goto(host.site.showHtml(html));
  await visit.settle();
  expect(visit.bodies).toEqual([]);
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(page.locator('#banner')).toBeHidden();
  await visit.sent('session_start');
  await page.reload();
  await expect(page.locator('#banner')).toBeHidden();
  expect(visit.errors).toEqual([]);
});
