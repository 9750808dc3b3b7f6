import { expect, test } from '@grafana/plugin-e2e';
import { QueryEditorView } from './QueryEditorView';
import { exploreUrl } from './seamarkQuery';

const kinds = [
  {
    query: { kind: 'performance', metric: 'LCP', calculation: 'p75', format: 'time_series' },
    words: 'p75 of LCP',
    drawnAs: 'Graph',
  },
  {
    query: { kind: 'performance', metric: 'INP', calculation: 'share_good', groupBy: ['browser'], format: 'table' },
    words: 'share of good INP by browser',
    drawnAs: 'Table',
  },
  {
    query: { kind: 'events', calculation: 'uniques_sessions', groupBy: ['page_path'], format: 'table' },
    words: 'unique sessions with events by page',
    drawnAs: 'Table',
  },
  { query: { kind: 'errors', format: 'logs', limit: 100 }, words: 'errors as log lines', drawnAs: 'Logs' },
  {
    query: { kind: 'metrics', metric: 'API_RESPONSE_TIME', calculation: 'p95', format: 'time_series' },
    words: 'p95 of API_RESPONSE_TIME',
    drawnAs: 'Graph',
  },
  {
    query: { kind: 'health', calculation: 'uptime', groupBy: ['service_name'], format: 'table' },
    words: 'uptime by service',
    drawnAs: 'Table',
  },
];

for (const { query, words, drawnAs } of kinds) {
  test(`Explore draws ${words}`, async ({ page }) => {
    const answer = page.waitForResponse((response) => response.url().includes('/api/ds/query'));
    await page.goto(exploreUrl(query));
    expect((await answer).status()).toBe(200);
    await expect(new QueryEditorView(page).words).toHaveText(words);
    await expect(page.getByRole('heading', { name: new RegExp(`^${drawnAs}`) }).first()).toBeVisible();
    await expect(page.getByText('No data')).toHaveCount(0);
  });
}

test('a query is built by hand, and its words follow', async ({ page }) => {
  await page.goto(exploreUrl({ kind: 'performance', metric: 'LCP', calculation: 'p75' }));
  const editor = new QueryEditorView(page);
  await editor.pick('Metric', 'INP');
  await editor.pick('Calculation', 'p95');
  await expect(editor.words).toHaveText('p95 of INP');

  await page.getByRole('button', { name: 'Add filter' }).click();
  await editor.pick('Field', 'App');
  await page.getByRole('group', { name: 'Filter on App' }).getByRole('combobox').last().click();
  await page.getByRole('option').filter({ hasText: 'demo' }).click();
  await expect(editor.words).toHaveText('p95 of INP, where app is demo');

  await page.keyboard.press('Escape');
  await editor.choose('Errors');
  await expect(editor.words).toHaveText('number of errors, where app is demo');
});

test('a query that cannot be answered says why, and what would be allowed', async ({ page }) => {
  await page.goto(exploreUrl({ kind: 'events', calculation: 'count', groupBy: ['severity'], format: 'table' }));
  await expect(page.getByText('Events cannot be grouped by severity.')).toBeVisible();
  await expect(page.getByText(/Unknown field "severity" for events; allowed: app/)).toBeVisible();
});

test('live counts arrive second by second', async ({ page }) => {
  await page.goto(
    exploreUrl({ kind: 'events', live: true, filters: [{ field: 'app', operator: '=', value: 'demo' }] })
  );
  await expect(page.getByText('page_views').first()).toBeVisible({ timeout: 15_000 });
});
