import type {
  AlertRuleDetail,
  CreateAlertRule,
  RuleEvaluation,
  UpdateAlertRule,
} from '../../../../src/contract/resources/alertRules';

/** Who asks or acts, as far as rules care. */
export interface RuleKeeper {
  orgId: number;
  /** Shown in the audit log. */
  login: string;
}

/** Something of its kind in the organisation has the name already. */
export class NameTaken extends Error {
  override readonly name = 'NameTaken';

  constructor(name: string, kind = 'rule') {
    super(`There is a ${kind} named "${name}" already. Choose another name`);
  }
}

/**
 * Alert rules of one organisation. Undefined means "no such rule in this organisation". Writing throws NameTaken, and
 * VersionConflict where `expected_version` is not the rule's. All throw StoreAway.
 */
export interface AlertRuleRepository {
  list(
    who: RuleKeeper,
    page: { limit: number; cursor: string | undefined }
  ): Promise<{ items: AlertRuleDetail[]; next_cursor: string | null }>;
  get(who: RuleKeeper, id: string): Promise<AlertRuleDetail | undefined>;
  /** What its evaluations of the last day came to, newest first. */
  evaluations(
    who: RuleKeeper,
    id: string,
    page: { limit: number; cursor: string | undefined }
  ): Promise<{ items: RuleEvaluation[]; next_cursor: string | null } | undefined>;
  create(who: RuleKeeper, rule: CreateAlertRule): Promise<AlertRuleDetail>;
  /** Switching a rule off resolves its open instances. */
  update(who: RuleKeeper, id: string, change: UpdateAlertRule): Promise<AlertRuleDetail | undefined>;
  /** Resolves its open instances, which stay. False: no such rule. */
  delete(who: RuleKeeper, id: string): Promise<boolean>;
}
