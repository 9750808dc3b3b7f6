interface JsonFrame {
  schema: { fields: Array<{ name: string }> };
  data: { values: unknown[][] };
}

/** Rows of a table answer, by field name. */
export type Row = Record<string, unknown>;

/** Asks the server that watches the shop, as a script would. */
export class SeamarkQueries {
  private readonly url = process.env.SEAMARK_E2E_ADMIN_URL ?? '';
  private readonly token = process.env.SEAMARK_E2E_ADMIN_TOKEN ?? '';

  /** One table query over the last hour. Throws with the server's message where it refuses. */
  async table(query: object): Promise<Row[]> {
    const now = Date.now();
    const response = await fetch(`${this.url}/api/v1/query`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        from: new Date(now - 3_600_000).toISOString(),
        to: new Date(now + 60_000).toISOString(),
        queries: [{ refId: 'A', format: 'table', ...query }],
      }),
    });
    const { results } = (await response.json()) as { results: { A: { error?: string; frames: JsonFrame[] } } };
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
}

function rowsOf({ schema, data }: JsonFrame): Row[] {
  const [first = []] = data.values;
  return first.map((_, index) =>
    Object.fromEntries(schema.fields.map((field, column) => [field.name, data.values[column]?.[index]]))
  );
}
