import type { Severity } from '../../../../src/contract/entities/ErrorLog';
import type {
  AcknowledgeAlert,
  ActOnAlert,
  AlertHistoryEntry,
  AlertInstanceDetail,
  AssignAlert,
  CommentOnAlert,
} from '../../../../src/contract/resources/alertInstances';
import type { RuleKeeper } from '../rules/AlertRuleRepository';

/** Which instances, newest first. */
export interface InstanceSelection {
  /** Empty: any. */
  statuses: ReadonlyArray<AlertInstanceDetail['status']>;
  severity: Severity | undefined;
  ruleId: string | undefined;
  search: string | undefined;
  limit: number;
  cursor: string | undefined;
}

/** The instance is in no state for what was to be done with it. */
export class WrongState extends Error {
  override readonly name = 'WrongState';

  constructor(act: string, status: AlertInstanceDetail['status']) {
    super(`It cannot be ${act}: it is ${status}`);
  }
}

/**
 * Instances of an organisation. Undefined means "no such instance in this organisation". Acts throw VersionConflict
 * where `expected_version` is not the instance's, and WrongState. All throw StoreAway.
 */
export interface AlertInstanceRepository {
  list(
    who: RuleKeeper,
    selection: InstanceSelection
  ): Promise<{ items: AlertInstanceDetail[]; next_cursor: string | null }>;
  get(who: RuleKeeper, id: string): Promise<AlertInstanceDetail | undefined>;
  /** Oldest first. */
  history(who: RuleKeeper, id: string): Promise<AlertHistoryEntry[] | undefined>;
  acknowledge(who: RuleKeeper, id: string, act: AcknowledgeAlert): Promise<AlertInstanceDetail | undefined>;
  unacknowledge(who: RuleKeeper, id: string, act: ActOnAlert): Promise<AlertInstanceDetail | undefined>;
  resolve(who: RuleKeeper, id: string, act: ActOnAlert): Promise<AlertInstanceDetail | undefined>;
  assign(who: RuleKeeper, id: string, act: AssignAlert): Promise<AlertInstanceDetail | undefined>;
  comment(who: RuleKeeper, id: string, act: CommentOnAlert): Promise<AlertInstanceDetail | undefined>;
}
