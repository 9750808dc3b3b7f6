import { sql, type RawBuilder } from 'kysely';
import type { LabelMatcher } from '../../../src/contract/alerting/LabelMatcher';
import type { InstanceFilters } from '../../domain/alerting/instances/AlertInstanceRepository';
import { patternOf } from '../../domain/query/regex/patternOf';

/** What holds of the instances `i` of rules `r` that filters ask for. Throws QueryError for a pattern that cannot be matched. */
export function selectInstances(filters: InstanceFilters): RawBuilder<unknown>[] {
  const { ruleId, matchers = [], assignedTo, from, to, search } = filters;
  const found: RawBuilder<unknown>[] = [sql`true`, ...matchers.map(selectLabel)];
  if (ruleId !== undefined) {
    found.push(sql`i.alert_rule_id = ${ruleId}::uuid`);
  }
  if (assignedTo !== undefined) {
    found.push(assignedTo === '' ? sql`i.assigned_login is null` : sql`i.assigned_login = ${assignedTo}::text`);
  }
  if (from !== undefined) {
    found.push(sql`(i.resolved_at is null or i.resolved_at >= ${new Date(from)})`);
  }
  if (to !== undefined) {
    found.push(sql`i.created_at < ${new Date(to)}`);
  }
  if (search !== undefined && search.trim() !== '') {
    found.push(sql`strpos(lower(i.title || chr(10) || i.labels::text), lower(${search.trim()}::text)) > 0`);
  }
  return found;
}

/** A label that is missing counts as empty. What silences go by, `alertname` and `severity`, can be asked for, too. */
function selectLabel({ name, operator, value }: LabelMatcher): RawBuilder<unknown> {
  const implied = name === 'alertname' ? sql`r.name` : name === 'severity' ? sql`i.severity` : sql`''`;
  const label = sql`coalesce(i.labels ->> ${name}::text, ${implied}, '')`;
  switch (operator) {
    case '=':
      return sql`${label} = ${value}::text`;
    case '!=':
      return sql`${label} <> ${value}::text`;
    case '=~':
      return sql`${label} ~ ${wholePattern(name, value)}::text`;
    case '!~':
      return sql`${label} !~ ${wholePattern(name, value)}::text`;
  }
}

function wholePattern(name: string, value: string): string {
  return patternOf(`^(?:${value})$`, `the label "${name}"`);
}
