import type { CheckSettings } from '../../src/contract/health/kinds/kinds';
import { QueryProblem } from '../domain/alerting/evaluation/Ask';
import { CheckProblem } from '../domain/health/checks/CheckProblem';
import { type Measured, judgeDerived } from '../domain/health/derived/judgeDerived';
import { judgeHeartbeat } from '../domain/health/heartbeats/judgeHeartbeat';
import { readCheckSettings } from '../domain/health/checks/readCheckSettings';
import type { CheckRunner } from '../domain/health/probing/CheckRunner';
import type { ProbeEdges } from './Probe';
import { runProbe } from './runProbe';

/** What looking takes beside connections. */
export interface RunnerEdges extends Omit<ProbeEdges, 'signal'> {
  /** What Seamark's own data says of a derived check, up to now. Throws QueryProblem. */
  measure(orgId: number, settings: CheckSettings['derived'], signal: AbortSignal): Promise<Measured>;
}

/** Looks by the kind of a check: fetches an answer, or reads what was told or stored. */
export function createCheckRunner(edges: RunnerEdges): CheckRunner {
  return {
    run: async (check, stopping) => {
      const known = readCheckSettings(check.kind, check.settings);
      switch (known.kind) {
        case 'heartbeat':
          return judgeHeartbeat(known.settings, check.lastBeat, check.waitingSince, edges.now());
        case 'derived': {
          const timeout = AbortSignal.timeout(check.timeout_ms);
          const signal = stopping === undefined ? timeout : AbortSignal.any([timeout, stopping]);
          const started = edges.monotonic();
          const measured = await edges.measure(check.orgId, known.settings, signal).catch((error: unknown) => {
            throw error instanceof QueryProblem
              ? new CheckProblem('settings.query', `could not be answered: ${error.message}`)
              : error;
          });
          return judgeDerived(known.settings, measured, edges.monotonic() - started);
        }
        default: {
          const { assertions, secrets, timeout_ms: timeoutMs } = check;
          return runProbe({ ...known, assertions, secrets, timeoutMs }, edges, stopping);
        }
      }
    },
  };
}
