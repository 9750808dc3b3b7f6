import { DatabaseError, type Pool } from 'pg';
import { NameTaken } from '../../domain/alerting/rules/AlertRuleRepository';
import { withTables, type Tables } from './withTables';

/** What has a name of its own: the unique index that says so, and the word for the thing. */
export type NamedThings = Readonly<Record<string, string>>;

/** As `withTables`, throwing NameTaken: two people may take the same name at once, and the unique index is the judge. */
export async function takingNames<T>(
  pool: Pool,
  orgId: number,
  things: NamedThings,
  name: string | null | undefined,
  act: (tables: Tables) => Promise<T>
): Promise<T> {
  try {
    return await withTables(pool, orgId, act);
  } catch (error) {
    const kind = error instanceof DatabaseError ? things[error.constraint ?? ''] : undefined;
    throw kind === undefined ? error : new NameTaken(name ?? '', kind);
  }
}
