import { seamark } from './watchingServer';

/** Everything that is stored of an app and that any query may show, as text. */
export async function storedRows(app: string): Promise<string> {
  const filters = [{ field: 'app', operator: '=', value: app }];
  const kinds = ['events', 'errors', 'performance', 'metrics'];
  const rows = await Promise.all(
    kinds.map((kind) => seamark.table({ kind, format: 'logs', includeBots: true, limit: 1000, filters }))
  );
  return JSON.stringify(rows);
}
