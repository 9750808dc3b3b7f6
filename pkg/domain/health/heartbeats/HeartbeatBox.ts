import type { Beat } from './Beat';

/** Where services report that they are well. */
export interface HeartbeatBox {
  /** False where nobody waits for reports under this word. Throws StoreAway. */
  take(token: string, report: Pick<Beat, 'status' | 'message'>): Promise<boolean>;
}
