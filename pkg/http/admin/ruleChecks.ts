import type { RuleKeeper } from '../../domain/alerting/rules/AlertRuleRepository';
import type { RuleChecks } from '../../domain/alerting/rules/checkRule';
import { complaintAboutQuery } from '../../domain/query/complaintAboutQuery';

const minute = 60_000;

/** What of a rule depends on what can be asked: queries and expressions, as the evaluation will ask them. */
export function ruleChecks({ orgId }: Pick<RuleKeeper, 'orgId'>, now: number): RuleChecks {
  // Messages leave the house: nothing of a person may be in them, whoever makes the rule.
  const context = {
    who: { orgId, seesPersonal: false },
    range: { from: now - minute, to: now },
    intervalMs: minute,
    maxDataPoints: 1,
  };
  return {
    complaintAboutQuery: (query) => {
      const complaint = complaintAboutQuery({ refId: 'A', format: 'table', ...query }, context, now);
      return complaint && `cannot be asked: ${complaint}`;
    },
    complaintAboutRegex: (value) => {
      const filters = [{ field: 'error_message', operator: '=~' as const, value }];
      const asked = { ...context, who: { ...context.who, seesPersonal: true } };
      const complaint = complaintAboutQuery({ refId: 'A', format: 'table', kind: 'errors', filters }, asked, now);
      return complaint && `cannot be asked: ${complaint}`;
    },
  };
}
