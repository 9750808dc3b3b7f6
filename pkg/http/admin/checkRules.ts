import type { ConditionQuery } from '../../../src/contract/alerting/conditions';
import type { CheckRules } from '../../domain/health/checks/checkHealthCheck';
import { complaintAboutQuery } from '../../domain/query/complaintAboutQuery';
import { minute } from '../../lib/duration';
import type { AddressGuard } from '../../lib/outbound/AddressGuard';

/** What checks are held against before they are kept. Their results are seen by all: no query of theirs sees persons. */
export function checkRules(orgId: number, guard: AddressGuard, now: number): CheckRules {
  const context = {
    who: { orgId, seesPersonal: false },
    range: { from: now - minute, to: now },
    intervalMs: minute,
    maxDataPoints: 1,
  };
  return {
    guard,
    complaintAboutQuery: (query: ConditionQuery) => {
      const complaint = complaintAboutQuery({ refId: 'A', format: 'table', ...query }, context, now);
      return complaint && `cannot be asked: ${complaint}`;
    },
  };
}
