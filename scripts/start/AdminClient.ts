import type { App, AppKey, CreateApp, KeyScope } from '../../src/contract/resources/apps';

interface QueryAnswer {
  results: { A: { error?: string; frames: Array<{ data: { values: unknown[][] } }> } };
}

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

  /** How many events of the last day have each name that matches `pattern`, as [name, count]. */
  async countByName(pattern: string): Promise<Array<[string, number]>> {
    const now = Date.now();
    const filters = [{ field: 'event_name', operator: '=~', value: pattern }];
    const query = { kind: 'events', calculation: 'count', groupBy: ['event_name'], filters, limit: 100_000 };
    const { results } = await this.call<QueryAnswer>('POST', '/query', {
      from: new Date(now - 86_400_000).toISOString(),
      to: new Date(now + 60_000).toISOString(),
      queries: [{ refId: 'A', format: 'table', ...query }],
    });
    if (results.A.error) {
      throw new Error(results.A.error);
    }
    const [names = [], counts = []] = results.A.frames[0]?.data.values ?? [];
    return names.map((name, index) => [String(name), Number(counts[index])]);
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
