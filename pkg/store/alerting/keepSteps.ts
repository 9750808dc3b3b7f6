import type { ExternalText } from '../../domain/alerting/integrations/ExternalAlert';
import { setKeyOf } from '../../domain/alerting/evaluation/LabelSets';
import type { Outcome, RuleMemory } from '../../domain/alerting/evaluation/RuleMemory';
import type { Tables } from '../connections/withTables';
import { keepOutcome } from './keepOutcome';
import { forgetSets, keepSet, type KeptSet } from './lives';
import type { RuleRow } from './ruleOf';

/** What was made of the lives of a rule. */
export interface Steps {
  memory: RuleMemory;
  outcomes: readonly Outcome[];
  /** What instances that open say for themselves, by the key of their label set; unless given, the rule says it. */
  texts?: ReadonlyMap<string, ExternalText>;
}

/** Writes the steps of a rule's lives and what they did to its instances. The caller holds the lock of the rule's row. */
export async function keepSteps(
  tables: Tables,
  rule: RuleRow,
  before: ReadonlyMap<string, KeptSet>,
  { memory, outcomes, texts }: Steps,
  at: number
): Promise<{ opened: number; resolved: number }> {
  const instances = new Map([...before].map(([key, { instanceId }]) => [key, instanceId]));
  for (const outcome of outcomes) {
    const key = setKeyOf(outcome.set.concern, outcome.set.labels);
    const kept = await keepOutcome(tables, rule, outcome, instances.get(key) ?? null, at, texts?.get(key));
    // The same labels may be spoken of twice in one message.
    instances.set(key, kept.instanceId);
    if (memory.sets.has(key)) {
      await keepSet(tables, rule, kept);
    }
  }
  const told = new Set(outcomes.map(({ set }) => setKeyOf(set.concern, set.labels)));
  for (const [key, set] of memory.sets) {
    const old = before.get(key);
    if (!told.has(key) && set !== old) {
      await keepSet(tables, rule, { ...set, instanceId: old?.instanceId ?? null });
    }
  }
  const forgotten = [...before.keys()].filter((key) => !memory.sets.has(key));
  if (forgotten.length > 0) {
    await forgetSets(tables, rule.id, forgotten);
  }
  const count = (kind: string): number => outcomes.filter(({ change }) => change?.kind === kind).length;
  return { opened: count('opened'), resolved: count('resolved') };
}
