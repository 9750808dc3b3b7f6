import type { LabelMatcher } from '../../../../src/contract/alerting/LabelMatcher';
import type { Severity } from '../../../../src/contract/entities/ErrorLog';
import type {
  AcknowledgeAlert,
  ActOnAlert,
  AlertCounts,
  AlertHistoryEntry,
  AlertInstanceDetail,
  AssignAlert,
  CommentOnAlert,
} from '../../../../src/contract/resources/alertInstances';
import type { RuleKeeper } from '../rules/AlertRuleRepository';

/** Which instances. What is undefined or left out does not matter. */
export interface InstanceFilters {
  ruleId?: string | undefined;
  matchers?: readonly LabelMatcher[];
  /** A login; empty: those that nobody has. */
  assignedTo?: string | undefined;
  /** Instances that were open at some time of this range, epoch milliseconds. */
  from?: number | undefined;
  to?: number | undefined;
  search?: string | undefined;
}

/** Which instances, newest first. */
export interface InstanceSelection extends InstanceFilters {
  /** Empty: any. */
  statuses: ReadonlyArray<AlertInstanceDetail['status']>;
  /** Empty: any. */
  severities: readonly Severity[];
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
 * where `expected_version` is not the instance's, and WrongState. Lists throw QueryError for a pattern that the database
 * cannot match. All throw StoreAway.
 */
export interface AlertInstanceRepository {
  list(
    who: RuleKeeper,
    selection: InstanceSelection
  ): Promise<{ items: AlertInstanceDetail[]; next_cursor: string | null }>;
  /** How many there are of each status and severity. */
  count(who: RuleKeeper, filters: InstanceFilters): Promise<AlertCounts>;
  /** Logins of people of Grafana who did something here before, sorted. */
  assignees(who: RuleKeeper): Promise<string[]>;
  get(who: RuleKeeper, id: string): Promise<AlertInstanceDetail | undefined>;
  /** Oldest first. */
  history(who: RuleKeeper, id: string): Promise<AlertHistoryEntry[] | undefined>;
  acknowledge(who: RuleKeeper, id: string, act: AcknowledgeAlert): Promise<AlertInstanceDetail | undefined>;
  unacknowledge(who: RuleKeeper, id: string, act: ActOnAlert): Promise<AlertInstanceDetail | undefined>;
  resolve(who: RuleKeeper, id: string, act: ActOnAlert): Promise<AlertInstanceDetail | undefined>;
  assign(who: RuleKeeper, id: string, act: AssignAlert): Promise<AlertInstanceDetail | undefined>;
  comment(who: RuleKeeper, id: string, act: CommentOnAlert): Promise<AlertInstanceDetail | undefined>;
}
