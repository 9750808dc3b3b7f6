import type { ConditionQuery } from '../../../../src/contract/alerting/conditions';
import { judgeComparedTrend } from '../conditions/judgeComparedTrend';
import { judgeSteadyTrend } from '../conditions/judgeSteadyTrend';
import { judgeThreshold } from '../conditions/judgeThreshold';
import type { Reading, Verdict } from '../conditions/Reading';
import type { Evidence } from '../evidence/Evidence';
import { findPattern } from '../patterns/patterns';
import type { Condition } from '../rules/Condition';
import { QueryProblem, type Ask } from './Ask';
import { readingOfNothing, readWindow, type Readings } from './readWindow';
import type { FoundSet, Verdicts } from './RuleMemory';
import { windowsOf } from './windowsOf';

/** What a condition says at `at` (epoch milliseconds) about every label set that the data knows. Throws what `evidence` throws. */
export async function findVerdicts(condition: Condition, at: number, evidence: Evidence): Promise<Verdicts> {
  switch (condition.type) {
    case 'threshold': {
      const { config } = condition;
      return judgeWindows(config, at, evidence.values, ([reading]) => judgeThreshold(config, reading));
    }
    case 'compared trend': {
      const { config } = condition;
      return judgeWindows(config, at, evidence.values, ([then, now]) => judgeComparedTrend(config, now, then));
    }
    case 'steady trend': {
      const { config } = condition;
      return judgeWindows(config, at, evidence.values, (readings) => judgeSteadyTrend(config, readings));
    }
    case 'pattern':
      return findPattern(condition.config, at, evidence);
    case 'external':
      throw new QueryProblem('Another system judges this rule');
  }
}

async function judgeWindows(
  config: Parameters<typeof windowsOf>[0] & { query: ConditionQuery; min_samples?: number },
  at: number,
  ask: Ask,
  judge: (readings: Array<Reading | undefined>) => Verdict
): Promise<Verdicts> {
  const windows: Readings[] = [];
  for (const window of windowsOf(config, at)) {
    windows.push(await readWindow(ask, config.query, window, config.min_samples));
  }
  const nothing = readingOfNothing(config.query);
  const found = new Map<string, FoundSet>();
  for (const window of windows) {
    for (const [key, { labels }] of window.answers) {
      if (!found.has(key)) {
        found.set(key, { labels, verdict: judge(windows.map((each) => each.of(key) ?? nothing)) });
      }
    }
  }
  return { found, missing: judge(windows.map(() => nothing)) };
}
