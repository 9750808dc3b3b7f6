import type { Pool } from 'pg';
import { compileStatement, type Fragment } from '../query/compileStatement';
import { asStoreAway } from './storeAway';

/**
 * Runs one statement that needs no organisation, and is its own transaction: once it is on its way the database carries it
 * out, whatever becomes of this process. Throws StoreAway where the database cannot be asked.
 */
export async function inOneStatement(pool: Pool, statement: Fragment): Promise<void> {
  const { text, values } = compileStatement(statement);
  try {
    await pool.query(text, [...values]);
  } catch (error) {
    throw asStoreAway(error);
  }
}
