import { criticalErrorsRule } from './builtInRules';
import { checkRule } from './checkRule';

it('the rule that comes with an organisation is one that a person could have made', () => {
  const checks = { complaintAboutQuery: () => undefined, complaintAboutRegex: () => undefined };
  expect(() => checkRule(criticalErrorsRule, checks)).not.toThrow();
});
