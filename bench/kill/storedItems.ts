import type { AdminClient } from '../../scripts/start/AdminClient';

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** How often the database holds each name, read in slices that stay below the row limit of a query. */
export async function storedItems(admin: AdminClient): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const slices = digits.flatMap((last) => [...digits, '-'].map((before) => `${before}${last}$`));
  for (const slice of slices) {
    const filters = [{ field: 'event_name', operator: '=~', value: slice }];
    const query = { kind: 'events', calculation: 'count', groupBy: ['event_name'], filters, limit: 100_000 };
    for (const { event_name, value } of await admin.table(query, 24)) {
      const name = String(event_name);
      found.set(name, (found.get(name) ?? 0) + Number(value));
    }
  }
  return found;
}
