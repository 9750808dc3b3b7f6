import { expect, test } from '@grafana/plugin-e2e';
import { seamark } from '../watchingServer';
import { datasource } from './seamarkQuery';

test('the server inside this Grafana needs no setting', async ({ createDataSourceConfigPage, page }) => {
  const settings = await createDataSourceConfigPage({ type: datasource.type });
  await expect(page.getByText(/There is nothing to fill in/)).toBeVisible();
  await expect(settings.saveAndTest()).toBeOK();
  await expect(settings).toHaveAlert('success', { hasText: /Seamark \d+\.\d+\.\d+ works/ });
  await expect(page.getByText(/^Seamark \d+\.\d+\.\d+ on /)).toBeVisible();
});

test('a server elsewhere is asked with its token, and answers what it has stored', async ({
  createDataSourceConfigPage,
  page,
}) => {
  const { token } = await seamark.call<{ token: string }>('POST', '/tokens', { name: 'a Grafana', scope: 'remote' });
  const settings = await createDataSourceConfigPage({ type: datasource.type });
  await page.getByRole('radio', { name: 'Another server' }).check({ force: true });
  await page.getByRole('textbox', { name: /Address/ }).fill(seamark.url);
  await page.getByLabel(/^Token/).fill(token);
  await expect(settings.saveAndTest()).toBeOK();
  await expect(settings).toHaveAlert('success', { hasText: /Seamark \d+\.\d+\.\d+ works/ });

  const { type, uid } = settings.datasource;
  const query = { kind: 'performance', metric: 'TTFB', calculation: 'count', format: 'table' };
  const answer = await page.request.post('/api/ds/query', {
    data: { from: 'now-1h', to: 'now', queries: [{ refId: 'A', datasource: { type, uid }, ...query }] },
  });
  const { results } = (await answer.json()) as {
    results: { A: { frames: Array<{ data: { values: number[][] } }> } };
  };
  expect(results.A.frames[0]?.data.values.at(-1)?.[0]).toBeGreaterThan(0);
  expect(results.A.frames[0]?.data.values.at(-1)?.[0]).toBe(await seamark.value(query));
});

test('a server that is not there is named as such', async ({ createDataSourceConfigPage, page }) => {
  const settings = await createDataSourceConfigPage({ type: datasource.type });
  await page.getByRole('radio', { name: 'Another server' }).check({ force: true });
  await page.getByRole('textbox', { name: /Address/ }).fill('ftp://seamark');
  await expect(page.getByText('An address begins with http:// or https://.')).toBeVisible();

  await page.getByRole('textbox', { name: /Address/ }).fill('http://127.0.0.1:9');
  await page.getByLabel(/^Token/).fill('not-a-token');
  await expect(settings.saveAndTest()).not.toBeOK();
  await expect(settings).toHaveAlert('error');
});
