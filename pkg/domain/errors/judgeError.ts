import type { Severity } from '../../../src/contract/entities/ErrorLog';
import type { SeverityRule } from '../../../src/contract/resources/severityRules';
import type { ErrorFacts } from './ErrorFacts';
import { errorTypeOf } from './errorTypeOf';
import { fingerprintOf, type FingerprintRule } from './fingerprintOf';
import { severityJudge, type SeverityJudge } from './severityRules';
import { severityOf } from './severityOf';
import { stackTextOf } from './stackTextOf';

/** What the product makes of an error event when it arrives. */
export interface JudgedError {
  errorType: string;
  severity: Severity;
  fingerprint: string;
  fingerprintRule: FingerprintRule;
  /** Sanitised stack; null without frames. */
  stack: string | null;
}

/**
 * Severity, group and stack of one error. `trusted`: the client may call an error critical. `rules`: how bad the app says
 * that errors are.
 */
export function judgeError(error: ErrorFacts, trusted: boolean, rules: readonly SeverityRule[] = noRules): JudgedError {
  const { fingerprint, rule } = fingerprintOf(error);
  return {
    errorType: errorTypeOf(error),
    severity: severityOf(error, trusted, judgeOf(rules)),
    fingerprint,
    fingerprintRule: rule,
    stack: stackTextOf(error.type, error.message, error.frames) ?? plainStack(error.stackText ?? null),
  };
}

const noRules: readonly SeverityRule[] = [];
/** Rules are read anew with their app every few seconds; their judge lives as long as they do. */
const judges = new WeakMap<readonly SeverityRule[], SeverityJudge>();

function judgeOf(rules: readonly SeverityRule[]): SeverityJudge {
  let judge = judges.get(rules);
  if (judge === undefined) {
    judge = severityJudge(rules);
    judges.set(rules, judge);
  }
  return judge;
}

/** A stack that nobody can read is kept as it is, without the queries of its addresses. */
function plainStack(text: string | null): string | null {
  return text === null
    ? null
    : text.replace(/(\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s?#]{0,2000})[?#][^\s:)]{0,4000}/gi, '$1');
}
