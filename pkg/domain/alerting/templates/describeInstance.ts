import type { AlertRuleDetail } from '../../../../src/contract/resources/alertRules';
import type { Severity } from '../../../../src/contract/entities/ErrorLog';
import type { LabelSet } from '../evaluation/RuleMemory';
import { renderTemplate } from './renderTemplate';

export interface InstanceText {
  title: string;
  message: string;
  severity: Severity;
}

export type RuleText = Pick<
  AlertRuleDetail,
  'name' | 'description' | 'severity' | 'labels' | 'title_template' | 'message_template'
>;

const longestTitle = 512;

/**
 * What a person reads of an instance that opens. A template that cannot be filled in must never cost the alert: the
 * plain text stands in for it, with the reason below.
 */
export function describeInstance(
  rule: RuleText,
  { concern, labels }: Pick<LabelSet, 'concern' | 'labels'>,
  { value, limit, subject }: { value: number | null; limit: number | null; subject?: string | undefined }
): InstanceText {
  const { name, description, severity } = rule;
  const group = Object.entries(labels).map(([label, text]) => `${label} ${text === '' ? '(none)' : text}`);
  const where = group.length === 0 ? '' : ` (${group.join(', ')})`;
  switch (concern) {
    case 'no data':
      return { title: clip(`${name}: no data${where}`), message: 'There is nothing left to judge by.', severity };
    case 'error':
      return {
        title: clip(`${name}: cannot be evaluated`),
        message: `${value ?? 'Several'} evaluations in a row failed; the rule says why. Until it works again it sees nothing.`,
        severity: 'medium',
      };
    case 'too many':
      return {
        title: clip(`${name}: more than it may have open`),
        message: `${value ?? 'Some'} more fire than the rule may have open. Group by less, or raise its limit.`,
        severity,
      };
    case 'condition': {
      const facts = { rule: { name, description, severity }, labels: { ...rule.labels, ...labels }, value, limit };
      const measured =
        value === null ? '' : `Measured ${rounded(value)}${limit === null ? '' : `, limit ${rounded(limit)}`}.`;
      const what = subject === undefined ? '' : `: ${subject}`;
      const title = filled(rule.title_template, facts, `${name}${what}${where}`);
      const message = filled(rule.message_template, facts, [measured, description].filter(Boolean).join(' '));
      return { title: clip(title), message, severity };
    }
  }
}

function filled(template: string | null, facts: Parameters<typeof renderTemplate>[1], plain: string): string {
  if (template === null) {
    return plain;
  }
  try {
    return renderTemplate(template, facts);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : 'unknown';
    return `${plain} [the template failed: ${reason}]`;
  }
}

function clip(title: string): string {
  return title.slice(0, longestTitle);
}

/** At most six significant digits: a number to read, not to calculate with. */
function rounded(value: number): string {
  return String(Number(value.toPrecision(6)));
}
