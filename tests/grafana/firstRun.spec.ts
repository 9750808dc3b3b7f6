import { expect, test } from '@grafana/plugin-e2e';
import { pagePaths } from '../../src/contract/pagePaths';
import { pluginIds } from '../../src/contract/pluginIds';
import { removePerson, signIn } from './signIn';

const people = { admin: 'journey-first-admin', viewer: 'journey-first-viewer' };

test('an organisation without a datasource is led to its first app', async ({ browser, request }) => {
  const made = await request.post('/api/orgs', { data: { name: `journey ${Math.random().toString(36).slice(2, 8)}` } });
  const { orgId } = (await made.json()) as { orgId: number };
  const admin = await signIn(browser, request, { login: people.admin, role: 'Admin', orgId });
  const viewer = await signIn(browser, request, { login: people.viewer, role: 'Viewer', orgId });
  const enabled = { enabled: true, pinned: true };
  expect((await admin.request.post(`/api/plugins/${pluginIds.app}/settings`, { data: enabled })).ok()).toBe(true);

  const seen = await viewer.newPage();
  await seen.goto(pagePaths.overview);
  await expect(seen.getByText(/Ask an Admin to open this page/)).toBeVisible();
  await expect(seen.getByRole('button', { name: 'Create the data source' })).toHaveCount(0);

  const page = await admin.newPage();
  await page.goto(`/plugins/${pluginIds.app}`);
  await page.getByRole('tab', { name: 'Configuration' }).click();
  await expect(page.getByRole('button', { name: 'Create the data source' })).toBeVisible();
  await page.goto(pagePaths.overview);
  await page.getByRole('button', { name: 'Create the data source' }).click();
  await expect(page.getByText('Created the data source “Seamark”')).toBeVisible();
  await page.getByRole('link', { name: 'Connect an app' }).click();
  await expect(page.getByRole('button', { name: 'Create an app' }).first()).toBeVisible();

  await seen.goto(pagePaths.overview);
  await expect(seen.getByRole('heading', { name: 'Overview', exact: true })).toBeVisible();
  await expect(seen.getByText(/Ask an Admin/)).toBeVisible();

  await Promise.all([admin.close(), viewer.close()]);
  await removePerson(request, people.admin);
  await removePerson(request, people.viewer);
  await request.delete(`/api/orgs/${orgId}`);
});
