import type { Severity } from '../../../src/contract/entities/ErrorLog';
import { silencedAt } from '../../domain/alerting/silences/silencing';
import { subjectOf } from '../alerting/instanceOf';
import { readMutes } from '../alerting/silences/readMutes';
import type { Tables } from '../connections/withTables';

/** An instance as far as a silence can tell it from others. */
export interface Audible {
  id: string;
  labels: Record<string, string>;
  severity: Severity;
}

/** Ids of the instances of a rule that a silence or a maintenance window covers at `now`: what they owe has to wait. */
export async function readSilenced(
  tables: Tables,
  rule: { name: string; org_id: string | number },
  instances: readonly Audible[],
  now: number
): Promise<ReadonlySet<string>> {
  const mutes = await readMutes(tables, rule.org_id, now);
  const silenced = instances.filter(
    (instance) => silencedAt(subjectOf({ ...instance, rule_name: rule.name }), mutes, now) !== undefined
  );
  return new Set(silenced.map(({ id }) => id));
}
