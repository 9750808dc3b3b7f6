import { formatMeasured, type MeasuredUnit } from '../../../../src/contract/alerting/MeasuredUnit';
import { plainMessage, plainTitle, whereOf } from '../../../../src/contract/alerting/plainTexts';
import type { AlertRuleDetail } from '../../../../src/contract/resources/alertRules';
import type { Severity } from '../../../../src/contract/entities/ErrorLog';
import type { LabelSet } from '../evaluation/RuleMemory';
import type { MessageFacts } from './MessageFacts';
import { renderTemplate } from './renderTemplate';

export interface InstanceText {
  title: string;
  message: string;
  severity: Severity;
}

export type RuleText = Pick<
  AlertRuleDetail,
  | 'name'
  | 'description'
  | 'severity'
  | 'labels'
  | 'title_template'
  | 'message_template'
  | 'condition_type'
  | 'condition_config'
>;

/** What was measured, in which unit, and what a person calls it where the labels do not tell. */
export interface InstanceFacts {
  value: number | null;
  limit: number | null;
  unit: MeasuredUnit | undefined;
  subject: string | undefined;
}

const longestTitle = 512;

/**
 * What a person reads of an instance that opens. A template that cannot be filled in must never cost the alert: the
 * plain text stands in for it, with the reason below.
 */
export function describeInstance(
  rule: RuleText,
  { concern, labels }: Pick<LabelSet, 'concern' | 'labels'>,
  { value, limit, unit, subject }: InstanceFacts
): InstanceText {
  const { name, description, severity } = rule;
  const where = whereOf(labels, subject);
  const named = subject === undefined ? '' : `: ${subject}`;
  switch (concern) {
    case 'no data':
      return {
        title: clip(`${name}: no data${named}${where}`),
        message: 'There is nothing left to judge by.',
        severity,
      };
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
      const facts: MessageFacts = {
        rule: { name, description, severity },
        labels: { ...rule.labels, ...labels },
        subject: subject ?? '',
        value,
        limit,
        value_text: textOf(value, unit),
        limit_text: textOf(limit, unit),
      };
      const plain = { rule, groupLabels: labels, subject, value, limit, unit };
      const title = filled(rule.title_template, facts, plainTitle(plain));
      const message = filled(rule.message_template, facts, plainMessage(plain));
      return { title: clip(title), message, severity };
    }
  }
}

function filled(template: string | null, facts: MessageFacts, plain: string): string {
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

function textOf(value: number | null, unit: MeasuredUnit | undefined): string {
  return value === null ? '' : formatMeasured(value, unit);
}
