import type { Severity } from '../../../src/contract/entities/ErrorLog';
import type { ErrorFacts } from './ErrorFacts';
import { errorTypeOf } from './errorTypeOf';
import { fingerprintOf, type FingerprintRule } from './fingerprintOf';
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

/** Severity, group and stack of one error. `trusted`: the client may call an error critical. */
export function judgeError(error: ErrorFacts, trusted: boolean): JudgedError {
  const { fingerprint, rule } = fingerprintOf(error);
  return {
    errorType: errorTypeOf(error),
    severity: severityOf(error, trusted),
    fingerprint,
    fingerprintRule: rule,
    stack: stackTextOf(error.type, error.message, error.frames),
  };
}
