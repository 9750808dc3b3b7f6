import { test, type APIRequestContext, type Browser, type BrowserContext } from '@playwright/test';

/** A person of Grafana, made for a journey. */
export interface Person {
  login: string;
  role: 'Viewer' | 'Editor' | 'Admin';
  /** Grafana's first organisation unless another is named. */
  orgId?: number;
}

const password = 'journey-password';

/** Makes the person anew, and signs them in with a browser context of their own. `request` speaks as Grafana's admin. */
export async function signIn(browser: Browser, request: APIRequestContext, person: Person): Promise<BrowserContext> {
  const { login, role, orgId = 1 } = person;
  await removePerson(request, login);
  const created = await request.post('/api/admin/users', {
    data: { name: login, login, email: `${login}@example.com`, password, OrgId: orgId },
  });
  const { id } = (await created.json()) as { id: number };
  await request.patch(`/api/orgs/${orgId}/users/${id}`, { data: { role } });
  const { baseURL, viewport } = test.info().project.use;
  const context = await browser.newContext({
    storageState: { cookies: [], origins: [] },
    ...(baseURL && { baseURL }),
    ...(viewport && { viewport }),
  });
  const answer = await context.request.post('/login', { data: { user: login, password } });
  if (!answer.ok()) {
    throw new Error(`${login} could not sign in: ${answer.status()} ${await answer.text()}`);
  }
  return context;
}

/** Takes a person away, if there is one. */
export async function removePerson(request: APIRequestContext, login: string): Promise<void> {
  const found = await request.get('/api/users/lookup', { params: { loginOrEmail: login } });
  if (found.ok()) {
    const { id } = (await found.json()) as { id: number };
    await request.delete(`/api/admin/users/${id}`);
  }
}
