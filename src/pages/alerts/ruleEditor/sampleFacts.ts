import { formatMeasured } from '../../../contract/alerting/MeasuredUnit';
import { unitOfCondition } from '../../../contract/alerting/unitOfCondition';
import type { AlertPreview } from '../../../contract/resources/alertPreviews';
import type { CreateAlertRule } from '../../../contract/resources/alertRules';

/** What a template may speak of, for a sample: the same names as the server's. */
export interface SampleFacts {
  rule: { name: string; description: string; severity: string };
  labels: Record<string, string>;
  /** Those of the group alone. */
  groupLabels: Record<string, string>;
  subject: string;
  value: number | null;
  limit: number | null;
  value_text: string;
  limit_text: string;
}

/** Facts of the latest alert that would have opened; where there is none, of a group that was judged, or made up. */
export function sampleFacts(rule: CreateAlertRule, preview: AlertPreview | undefined): SampleFacts {
  const instance = preview?.instances.at(-1);
  const series = preview?.series[0];
  const groupLabels = instance?.labels ?? series?.labels ?? madeUpLabels(rule);
  const limit =
    preview?.limit ?? (typeof rule.condition_config.value === 'number' ? rule.condition_config.value : null);
  const unit = unitOfCondition(rule);
  const value = instance?.peak_value ?? lastOf(series?.values) ?? limit;
  const textOf = (number: number | null): string => (number === null ? '' : formatMeasured(number, unit));
  return {
    rule: { name: rule.name || 'Name of the rule', description: rule.description ?? '', severity: rule.severity },
    labels: { ...rule.labels, ...groupLabels },
    groupLabels,
    subject: instance?.subject ?? ('fingerprint' in groupLabels ? 'TypeError: the name of the error' : ''),
    value,
    limit,
    value_text: textOf(value),
    limit_text: textOf(limit),
  };
}

function lastOf(values: ReadonlyArray<number | null> = []): number | undefined {
  return values.filter((value) => value !== null).at(-1);
}

function madeUpLabels({ condition_config: { query } }: CreateAlertRule): Record<string, string> {
  const groupBy = typeof query === 'object' && query !== null && 'groupBy' in query ? query.groupBy : [];
  return Array.isArray(groupBy) ? Object.fromEntries(groupBy.map((name) => [String(name), `a ${String(name)}`])) : {};
}
