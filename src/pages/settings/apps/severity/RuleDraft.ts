import type { SeverityRule } from '../../../../contract/resources/severityRules';

/** A rule as the form holds it; an empty text asks for nothing. */
export interface RuleDraft {
  /** Stays with the rule while others come, go and move. */
  key: number;
  type: string;
  message: string;
  url: string;
  severity: SeverityRule['severity'];
}

export const emptyDraft = (key: number): RuleDraft => ({ key, type: '', message: '', url: '', severity: 'high' });

export function draftsOf(rules: readonly SeverityRule[]): RuleDraft[] {
  return rules.map((rule, key) => ({ ...emptyDraft(key), ...rule }));
}

/** A rule that asks for nothing would fit everything and hide all others. */
export function isComplete({ type, message, url }: RuleDraft): boolean {
  return [type, message, url].some((text) => text.trim() !== '');
}

/** What is sent; a pattern keeps its blanks, for they mean something in it. */
export function rulesOf(drafts: readonly RuleDraft[]): SeverityRule[] {
  return drafts.map(({ type, message, url, severity }) => ({
    ...(type.trim() !== '' && { type: type.trim() }),
    ...(message.trim() !== '' && { message }),
    ...(url.trim() !== '' && { url: url.trim() }),
    severity,
  }));
}

/** The drafts with one of them a place further up (-1) or down (1); the same at the ends. */
export function moved(drafts: readonly RuleDraft[], index: number, by: -1 | 1): RuleDraft[] {
  const other = index + by;
  return drafts.map((rule, at) => (at === index ? drafts[other] : at === other ? drafts[index] : rule) ?? rule);
}
