import type { Severity } from '../../../../src/contract/entities/ErrorLog';
import type { Labels } from '../labels/labelsKey';

/** What a template may speak of. Nothing in it points at a person: messages leave the house. */
export interface MessageFacts {
  rule: { name: string; description: string; severity: Severity };
  /** The rule's own labels and those of the group. */
  labels: Labels;
  /** What a person calls what it is about, where the labels alone do not tell: the name of an error. Empty: they do. */
  subject: string;
  /** What was measured; null where the instance is not about a number. */
  value: number | null;
  /** What it is held against; null where the condition has no single limit. */
  limit: number | null;
  /** Both with their unit, as a person reads them (`3.2 s`); empty where there is no number. */
  value_text: string;
  limit_text: string;
}
