import type { AlertRule } from '../entities/AlertRule';
import { describeMeasure } from '../query/describeDataQuery';
import type { ThresholdCondition } from './conditions';
import { formatMeasured, type MeasuredUnit } from './MeasuredUnit';

/** What the texts of an alert say where its rule has no templates. */
export interface PlainFacts {
  rule: Pick<AlertRule, 'name' | 'description' | 'condition_type' | 'condition_config'>;
  /** Labels of the group alone. */
  groupLabels: Readonly<Record<string, string>>;
  /** What a person calls it, where the labels alone do not tell. */
  subject: string | undefined;
  value: number | null;
  limit: number | null;
  unit: MeasuredUnit | undefined;
}

/** `Pages load slowly (app shop, page_path /cart)`; with a subject, `New error: TypeError: x is undefined (app shop)`. */
export function plainTitle({
  rule,
  groupLabels,
  subject,
}: Pick<PlainFacts, 'rule' | 'groupLabels' | 'subject'>): string {
  return `${rule.name}${subject === undefined ? '' : `: ${subject}`}${whereOf(groupLabels, subject)}`;
}

/** `p75 of LCP: 5.2 s, limit 4 s. The largest element is late.` */
export function plainMessage({ rule, value, limit, unit }: PlainFacts): string {
  const of = limit === null ? '' : `, limit ${formatMeasured(limit, unit)}`;
  const measured = value === null ? '' : `${whatOf(rule)} ${formatMeasured(value, unit)}${of}.`;
  return [measured, rule.description].filter(Boolean).join(' ');
}

/** The group in brackets. A fingerprint says nothing to a person who reads the error's name beside it. */
export function whereOf(labels: Readonly<Record<string, string>>, subject: string | undefined): string {
  const group = Object.entries(labels)
    .filter(([label]) => subject === undefined || label !== 'fingerprint')
    .map(([label, text]) => `${label} ${text === '' ? '(none)' : text}`);
  return group.length === 0 ? '' : ` (${group.join(', ')})`;
}

function whatOf({ condition_type, condition_config }: PlainFacts['rule']): string {
  const { query } = condition_config as Partial<ThresholdCondition>;
  if (query === undefined || condition_type === 'pattern') {
    return 'Measured';
  }
  const measure = describeMeasure(query);
  return condition_type === 'trend'
    ? `Change of ${measure}:`
    : `${measure.charAt(0).toUpperCase()}${measure.slice(1)}:`;
}
