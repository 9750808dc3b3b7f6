import type { CheckSettings } from '../../../../src/contract/health/kinds/kinds';
import type { CheckReport } from '../probing/CheckRunner';
import type { Beat } from './Beat';
import { readBeats } from './readBeats';

const outcomes = { healthy: 'passed', degraded: 'warned', down: 'failed' } as const;

/**
 * How a service is that reports by itself: as it last said, and failed once its next report is late beyond the grace.
 * Undefined while the first report is still awaited.
 * @param since when waiting began
 */
export function judgeHeartbeat(
  settings: CheckSettings['heartbeat'],
  last: Beat | null,
  since: number,
  now: number
): CheckReport | undefined {
  const { dueAfter, graceMs } = readBeats(settings);
  const due = dueAfter(last?.at ?? since);
  const isLate = due !== null && now > due + graceMs;
  if (!isLate && last === null) {
    return undefined;
  }
  const details = {
    last_report_at: last === null ? null : new Date(last.at).toISOString(),
    next_report_due_at: due === null ? null : new Date(due).toISOString(),
    ...(typeof last?.message === 'string' && { message: last.message }),
  };
  const report = { durationMs: null, phases: {}, details, assertions: [] };
  if (isLate) {
    const what = last === null ? 'no report has ever come' : `no report since ${new Date(last.at).toISOString()}`;
    return { ...report, outcome: 'failed', error: `${what}; one was due at ${new Date(due).toISOString()}` };
  }
  const status = last?.status ?? 'healthy';
  return {
    ...report,
    outcome: outcomes[status],
    error: status === 'healthy' ? null : (last?.message ?? `reported itself ${status}`),
  };
}
