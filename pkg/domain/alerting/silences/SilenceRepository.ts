import type { MuteStatus } from '../../../../src/contract/alerting/muteStates';
import type {
  CreateMaintenanceWindow,
  MaintenanceWindow,
  UpdateMaintenanceWindow,
} from '../../../../src/contract/resources/maintenanceWindows';
import type { CreateSilence, Silence, UpdateSilence } from '../../../../src/contract/resources/silences';
import type { RuleKeeper } from '../rules/AlertRuleRepository';

/** Which are listed, in the order in which they were made. */
export interface MuteSelection {
  /** Empty: any. */
  statuses: readonly MuteStatus[];
  limit: number;
  cursor: string | undefined;
}

/**
 * Silences and maintenance windows of one organisation, each with the same acts. Undefined means "no such one in this
 * organisation". Writing throws MuteProblem, NameTaken, and VersionConflict where `expected_version` is not its own. All
 * throw StoreAway.
 */
interface Keeping<Item, Create, Update> {
  list(who: RuleKeeper, selection: MuteSelection): Promise<{ items: Item[]; next_cursor: string | null }>;
  get(who: RuleKeeper, id: string): Promise<Item | undefined>;
  create(who: RuleKeeper, item: Create): Promise<Item>;
  update(who: RuleKeeper, id: string, change: Update): Promise<Item | undefined>;
  delete(who: RuleKeeper, id: string): Promise<boolean>;
}

export type SilenceRepository = Keeping<Silence, CreateSilence, UpdateSilence>;
export type MaintenanceRepository = Keeping<MaintenanceWindow, CreateMaintenanceWindow, UpdateMaintenanceWindow>;

/** Silences of all organisations that nobody looks at any more. */
export interface SilenceArchive {
  /** Deletes those that ended before the first day that their organisation keeps. Answers how many. Throws StoreAway. */
  forget(now: number): Promise<number>;
}
