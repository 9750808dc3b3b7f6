import type { AdminClient } from '../../scripts/start/AdminClient';

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** How often the database holds each name, read in slices that stay below the row limit of a query. */
export async function storedItems(admin: AdminClient): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const slices = digits.flatMap((last) => [...digits, '-'].map((before) => `${before}${last}$`));
  for (const slice of slices) {
    (await admin.countByName(slice)).forEach(([name, count]) => found.set(name, (found.get(name) ?? 0) + count));
  }
  return found;
}
