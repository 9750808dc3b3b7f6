import type { ConditionQuery } from '../../../src/contract/alerting/conditions';
import { complaintAboutQuery } from '../../domain/query/complaintAboutQuery';
import type { QueryContext } from '../../domain/query/QueryRunner';
import { minute } from '../../lib/duration';

/** What of a condition depends on what can be asked, as it will be asked. Each answers what is wrong, or undefined. */
export interface ConditionChecks {
  complaintAboutQuery(query: ConditionQuery): string | undefined;
  complaintAboutRegex(pattern: string): string | undefined;
}

/**
 * Checks of queries and expressions of alert rules and health checks. What they find is told to others and leaves the house:
 * no query of theirs sees persons, whoever makes it.
 */
export function conditionChecks(orgId: number, now: number): ConditionChecks {
  const complain = (query: ConditionQuery, seesPersonal: boolean): string | undefined => {
    const context: QueryContext = {
      who: { orgId, seesPersonal },
      range: { from: now - minute, to: now },
      intervalMs: minute,
      maxDataPoints: 1,
    };
    const complaint = complaintAboutQuery({ refId: 'A', format: 'table', ...query }, context, now);
    return complaint && `cannot be asked: ${complaint}`;
  };
  return {
    complaintAboutQuery: (query) =>
      query.kind === 'alerts'
        ? 'cannot be about alerts, for its own would be among them: ask about what they are about'
        : complain(query, false),
    complaintAboutRegex: (value) =>
      complain({ kind: 'errors', filters: [{ field: 'error_message', operator: '=~', value }] }, true),
  };
}
