import type { App, AppKey, CreateApp, KeyScope } from '../../src/contract/resources/apps';

interface TableFrame {
  schema: { fields: Array<{ name: string }> };
  data: { values: unknown[][] };
}

interface QueryAnswer {
  results: { A: { error?: string; frames: TableFrame[] } };
}

/** A row of a table answer, by field name. */
export type TableRow = Record<string, unknown>;

const hour = 3_600_000;

/** The few management calls and questions that demo, journeys and benches need, asked as a script would. */
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

  /** One table query over the last hour, or the last `hours`. Throws with the server's message where it refuses. */
  async table(query: object, hours = 1): Promise<TableRow[]> {
    const now = Date.now();
    const { results } = await this.call<QueryAnswer>('POST', '/query', {
      from: new Date(now - hours * hour).toISOString(),
      to: new Date(now + 60_000).toISOString(),
      queries: [{ refId: 'A', format: 'table', ...query }],
    });
    if (results.A.error) {
      throw new Error(results.A.error);
    }
    return results.A.frames.flatMap(rowsOf);
  }

  /** The one number of a query without groups; null where nothing matched. */
  async value(query: object): Promise<number | null> {
    const [row] = await this.table(query);
    const value = row ? Object.values(row).at(-1) : null;
    return typeof value === 'number' ? value : null;
  }

  /** Throws with the server's own message when it refuses. */
  async call<T>(method: string, path: string, body?: object): Promise<T> {
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

function rowsOf({ schema, data }: TableFrame): TableRow[] {
  const [first = []] = data.values;
  return first.map((_, index) =>
    Object.fromEntries(schema.fields.map((field, column) => [field.name, data.values[column]?.[index]]))
  );
}
