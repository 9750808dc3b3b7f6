import type { Assertion, AssertionOutcome } from '../../src/contract/health/assertions';
import type { CheckSettings, ProbedKind } from '../../src/contract/health/kinds/kinds';
import type { CheckSecrets } from '../../src/contract/health/secrets';
import { withImpliedAssertions } from '../domain/health/assertions/impliedAssertions';
import { judgeObservation } from '../domain/health/probing/judgeObservation';
import { failed, type Observation } from '../domain/health/probing/Observation';
import type { ProbeOutcome } from '../domain/health/status/CheckMemory';
import { describeFailure } from './describeFailure';
import type { ProbeEdges } from './Probe';
import { probes } from './probes';

/** What to look at. */
export interface ProbeTask<K extends ProbedKind = ProbedKind> {
  kind: K;
  settings: CheckSettings[K];
  secrets: CheckSecrets;
  assertions: readonly Assertion[];
  timeoutMs: number;
}

/** What one probe came to. */
export interface ProbeReport extends Pick<Observation, 'durationMs' | 'phases' | 'details'> {
  outcome: ProbeOutcome['outcome'];
  /** Short, and safe to show to anybody; null where it passed. */
  error: string | null;
  assertions: AssertionOutcome[];
}

/** Looks once. Ends after the task's time whatever the probe does, and never throws. */
export async function runProbe<K extends ProbedKind>(
  task: ProbeTask<K>,
  edges: Omit<ProbeEdges, 'signal'>,
  stopping?: AbortSignal
): Promise<ProbeReport> {
  const timeout = AbortSignal.timeout(task.timeoutMs);
  const signal = stopping === undefined ? timeout : AbortSignal.any([timeout, stopping]);
  const observation = await observe(task, { ...edges, signal });
  const { durationMs, phases, details } = observation;
  const judged = judgeObservation(task.kind, observation, withImpliedAssertions(task.kind, task.assertions));
  return { durationMs, phases, details, ...judged };
}

async function observe<K extends ProbedKind>(task: ProbeTask<K>, edges: ProbeEdges): Promise<Observation> {
  const { kind, settings, secrets, timeoutMs } = task;
  try {
    // A probe that does not hear the signal must not hold anybody.
    return await Promise.race([probes[kind](settings, secrets, edges), ended(edges.signal)]);
  } catch (error) {
    return failed(describeFailure(error, timeoutMs));
  }
}

function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
