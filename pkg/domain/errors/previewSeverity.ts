import type { PreviewSeverity, SeverityPreview } from '../../../src/contract/resources/severityRules';
import { severityOf } from './severityOf';
import { severityRuleFinder, severityRuleProblems } from './severityRules';

/** How bad an error would be by rules that are not saved, and which of them decides. */
export function previewSeverity({ rules, error }: PreviewSeverity): SeverityPreview {
  const { type = '', message = '', url = '', handled = false } = error;
  const facts = {
    type, message, url, handled, frames: [], fatal: false, status: null, clientFingerprint: null, clientSeverity: null,
    pagePath: null,
  }; // prettier-ignore
  const index = severityRuleFinder(rules)(facts);
  return {
    severity: severityOf(facts, false, () => rules[index]?.severity),
    rule: index === -1 ? null : index,
    problems: severityRuleProblems(rules),
  };
}
