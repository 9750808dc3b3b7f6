import type { ConditionQuery, PatternCondition } from '../../../../src/contract/alerting/conditions';
import type { Verdict } from '../conditions/Reading';
import { labelsKey, type Labels } from '../labels/labelsKey';
import { RuleProblem } from '../rules/RuleProblem';
import type { Ask } from './Ask';
import type { Verdicts } from './RuleMemory';
import { dayMs, windowBefore, type Window } from './windowsOf';

/** Patterns that this program can judge. */
export const judgedPatterns = ['message', 'rate', 'absence'] as const satisfies ReadonlyArray<PatternCondition['kind']>;

/** What a pattern says at `at`. Throws RuleProblem for a kind that cannot be judged. */
export async function findPattern(config: PatternCondition, at: number, ask: Ask): Promise<Verdicts> {
  switch (config.kind) {
    case 'message': {
      const value = await countMessages(config, windowBefore(config, config.window_minutes, at), ask);
      return only(value.isEnough ? firing(value.count) : recovered(value.count));
    }
    case 'rate': {
      const { per_minute_above: limit, window_minutes: minutes } = config;
      const counts = await ask(countOf(config.query), windowBefore(config, minutes, at));
      return each(counts, (count) => (count / minutes > limit ? firing : recovered)(count / minutes), recovered(0));
    }
    case 'absence':
      return findAbsence(config, at, ask);
    default:
      throw new RuleProblem('condition_config.kind', `cannot be judged yet; use ${judgedPatterns.join(', ')}`);
  }
}

type Of<K extends PatternCondition['kind']> = Extract<PatternCondition, { kind: K }>;

async function countMessages(
  config: Of<'message'>,
  window: Window,
  ask: Ask
): Promise<{ count: number; isEnough: boolean }> {
  const query: ConditionQuery = {
    kind: 'errors',
    calculation: 'count',
    filters: [{ field: 'error_message', operator: '=~', value: config.regex }],
  };
  const total = (answers: Awaited<ReturnType<Ask>>): number => answers.get(labelsKey({}))?.value ?? 0;
  const count = total(await ask(query, window));
  if (count >= (config.min_count ?? 1)) {
    return { count, isEnough: true };
  }
  const minUsers = config.min_users ?? 0;
  const users = minUsers > 0 && count > 0 ? total(await ask({ ...query, calculation: 'uniques_users' }, window)) : 0;
  return { count, isEnough: minUsers > 0 && users >= minUsers };
}

/** Nothing for a while, where there was something a day before; without that there is nothing to judge by. */
async function findAbsence(config: Of<'absence'>, at: number, ask: Ask): Promise<Verdicts> {
  const window = windowBefore(config, config.for_minutes, at);
  const query = countOf(config.query);
  const now = await ask(query, window);
  if (config.only_if_seen_yesterday === false) {
    return each(now, (count) => (count === 0 ? firing(0) : recovered(count)), firing(0));
  }
  const before = await ask(query, { from: window.from - dayMs, to: window.to - dayMs });
  const isHere = (key: string): boolean => (now.get(key)?.value ?? 0) > 0;
  const labelSets = [...before, ...now].filter(([key, { value }]) => isHere(key) || (value ?? 0) > 0);
  const found = new Map(
    labelSets.map(([key, { labels }]) => [
      key,
      { labels, verdict: isHere(key) ? recovered(now.get(key)?.value ?? 0) : firing(0) },
    ])
  );
  return { found };
}

function countOf(query: ConditionQuery): ConditionQuery {
  return { ...query, calculation: 'count' };
}

function firing(value: number): Verdict {
  return { observation: { outcome: 'firing' }, value };
}

function recovered(value: number): Verdict {
  return { observation: { outcome: 'normal', isRecovered: true }, value };
}

function only(verdict: Verdict): Verdicts {
  const labels: Labels = {};
  return { found: new Map([[labelsKey(labels), { labels, verdict }]]) };
}

function each(answers: Awaited<ReturnType<Ask>>, judge: (count: number) => Verdict, missing: Verdict): Verdicts {
  const found = new Map([...answers].map(([key, { labels, value }]) => [key, { labels, verdict: judge(value ?? 0) }]));
  return { found, missing };
}
