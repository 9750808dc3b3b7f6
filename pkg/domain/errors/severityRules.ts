import { RE2JS } from 're2js';
import type { Severity } from '../../../src/contract/entities/ErrorLog';
import type { SeverityRule } from '../../../src/contract/resources/severityRules';
import type { ErrorFacts } from './ErrorFacts';
import { withoutQuery } from './withoutQuery';

/** What an app's rules are matched with, ready to use. */
export type SeverityJudge = (error: Pick<ErrorFacts, 'type' | 'message' | 'url'>) => Severity | undefined;

/** Instructions of all patterns of an app together: what a person writes has 10 to 50 each. */
const mostInstructions = 1000;
/** Instructions times characters that one error may cost at worst: 2.5 ms. */
const mostSteps = 100_000;
const longestText = 500;
/** Messages repeat; answers to them are kept until there are this many. */
const mostAnswers = 1000;

interface Matcher {
  parts: ReadonlyArray<{ of: 'type' | 'message' | 'url'; pattern: RE2JS }>;
}

/** What is wrong with one rule, by its index; null: with all of them together. */
export interface SeverityRuleProblem {
  rule: number | null;
  message: string;
}

/** Why rules cannot be kept; empty when they can. */
export function severityRuleProblems(rules: readonly SeverityRule[]): SeverityRuleProblem[] {
  const problems = rules.flatMap(({ message = '' }, rule) => {
    const reason = unreadable(message);
    return reason === undefined ? [] : [{ rule, message: `not a regular expression (RE2 syntax): ${reason}` }];
  });
  if (problems.length > 0) {
    return problems;
  }
  const size = sizeOf(compile(rules));
  const message = `too complex: their patterns take ${size} steps a character, ${mostInstructions} at most`;
  return size > mostInstructions ? [{ rule: null, message }] : [];
}

function unreadable(pattern: string): string | undefined {
  try {
    RE2JS.compile(pattern);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : 'it cannot be read';
  }
}

/**
 * Makes a judge of an app's rules. RE2 matches in a time that grows with the text only; the text is cut so that the most
 * complex rules on the most hostile message take 2.5 ms. Rules that cannot be read judge nothing.
 */
export function severityJudge(rules: readonly SeverityRule[]): SeverityJudge {
  const find = severityRuleFinder(rules);
  return (error) => rules[find(error)]?.severity;
}

/** As `severityJudge`, but says which rule decides: its index, -1 where none fits. */
export function severityRuleFinder(
  rules: readonly SeverityRule[]
): (error: Pick<ErrorFacts, 'type' | 'message' | 'url'>) => number {
  if (rules.length === 0 || severityRuleProblems(rules).length > 0) {
    return () => -1;
  }
  const matchers = compile(rules);
  const longest = Math.min(longestText, Math.floor(mostSteps / Math.max(1, sizeOf(matchers))));
  const answers = new Map<string, number>();
  return (error) => {
    const texts = {
      type: error.type.replace(/^uncaught /i, '').slice(0, longest),
      message: error.message.slice(0, longest),
      url: withoutQuery(error.url ?? '').slice(0, longest),
    };
    const key = `${texts.type}\n${texts.url}\n${texts.message}`;
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = matchers.findIndex(({ parts }) => parts.every(({ of, pattern }) => pattern.test(texts[of])));
      if (answers.size >= mostAnswers) {
        answers.clear();
      }
      answers.set(key, answer);
    }
    return answer;
  };
}

function compile(rules: readonly SeverityRule[]): Matcher[] {
  return rules.map(({ type, message, url }) => ({
    parts: [
      ...(type === undefined ? [] : [{ of: 'type' as const, pattern: wildcard(type) }]),
      ...(url === undefined ? [] : [{ of: 'url' as const, pattern: wildcard(url) }]),
      ...(message === undefined ? [] : [{ of: 'message' as const, pattern: RE2JS.compile(message) }]),
    ],
  }));
}

/** `*` stands for any characters; the whole text must fit. */
function wildcard(text: string): RE2JS {
  const parts = text.split('*').map((part) => RE2JS.quote(part));
  return RE2JS.compile(`^(?:${parts.join('.*')})$`, RE2JS.DOTALL);
}

function sizeOf(matchers: readonly Matcher[]): number {
  return matchers.reduce(
    (sum, { parts }) => sum + parts.reduce((inner, { pattern }) => inner + pattern.programSize(), 0),
    0
  );
}
