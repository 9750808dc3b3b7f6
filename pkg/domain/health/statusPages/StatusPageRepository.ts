import type { CreateStatusPage, StatusPage, UpdateStatusPage } from '../../../../src/contract/resources/statusPages';
import type { CheckKeeper } from '../checks/HealthCheckRepository';

/** A public page as it is kept; its address is the listener's. */
export type KeptStatusPage = Omit<StatusPage, 'url'>;

/**
 * Public pages of one organisation. Undefined means "no such page in this organisation". Writing throws NameTaken where
 * any organisation has the slug, CheckProblem for a check that is not there, VersionConflict. All throw StoreAway.
 */
export interface StatusPageRepository {
  list(
    who: CheckKeeper,
    page: { limit: number; cursor: string | undefined }
  ): Promise<{ items: KeptStatusPage[]; next_cursor: string | null }>;
  get(who: CheckKeeper, id: string): Promise<KeptStatusPage | undefined>;
  create(who: CheckKeeper, page: CreateStatusPage): Promise<KeptStatusPage>;
  update(who: CheckKeeper, id: string, change: UpdateStatusPage): Promise<KeptStatusPage | undefined>;
  delete(who: CheckKeeper, id: string): Promise<boolean>;
}
