import type { App, AppKey, CreateApp, KeyScope } from '../../src/contract/resources/apps';

/** The few management calls that the start of a demo needs. */
export class AdminClient {
  readonly url: string;
  readonly token: string;

  constructor(url: string, token: string) {
    this.url = url;
    this.token = token;
  }

  async findApp(name: string): Promise<App | undefined> {
    const { items } = await this.call<{ items: App[] }>('GET', '/apps');
    return items.find((app) => app.name === name);
  }

  createApp(app: CreateApp): Promise<App> {
    return this.call<App>('POST', '/apps', app);
  }

  createKey(appId: string, scope: KeyScope): Promise<AppKey> {
    return this.call<AppKey>('POST', `/apps/${appId}/keys`, { scope });
  }

  /** Throws with the server's own message when it refuses. */
  private async call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const answer = (await response.json()) as T & { error?: { message: string } };
    if (!response.ok) {
      throw new Error(`${method} ${path} was answered ${response.status}: ${answer.error?.message ?? ''}`);
    }
    return answer;
  }
}
