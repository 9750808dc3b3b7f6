import type { Severity } from '../../../src/contract/entities/ErrorLog';
import { severities } from '../../../src/contract/severities';
import type { ErrorFacts, StackFrame } from './ErrorFacts';
import type { SeverityJudge } from './severityRules';

const thirdParty = /^(?:(?:chrome|moz|safari|safari-web|ms-browser)-extension|webkit-masked-url|user-script):/i;
const scriptError = /^(?:uncaught )?script error\.?$/i;
const aborted = /\b(?:aborterror|(?:request|operation|fetch|signal) (?:was |is )?aborted|aborted a request)\b/i;

/** The client's own word, where it is one of the four. */
export function clientSeverityOf(text: string | null): Severity | undefined {
  const word = text?.toLowerCase();
  return severities.find((severity) => severity === word);
}

/**
 * How bad an error is. The client's word counts, except that its `critical` is only `high` for whom `trusted` is false:
 * the keys of browsers are public. Without one the app's own rules decide; where none fits: `fatal` is critical; noise
 * from extensions, foreign scripts, aborted requests and HTTP 4xx is low; what nobody caught is high, and critical in a
 * page that had not become interactive; the rest, HTTP 5xx among it, is medium.
 */
export function severityOf(error: ErrorFacts, trusted: boolean, ruled?: SeverityJudge): Severity {
  const client = clientSeverityOf(error.clientSeverity);
  if (client !== undefined) {
    return client === 'critical' && !trusted ? 'high' : client;
  }
  const own = ruled?.(error);
  if (own !== undefined) {
    return own;
  }
  if (error.fatal) {
    return 'critical';
  }
  if (isNoise(error)) {
    return 'low';
  }
  if (error.interactive === false && !error.handled) {
    return 'critical';
  }
  if (error.status !== null && error.status >= 500) {
    return 'medium';
  }
  return error.handled ? 'medium' : 'high';
}

function isNoise(error: ErrorFacts): boolean {
  return (
    scriptError.test(error.message) ||
    aborted.test(`${error.type} ${error.message.slice(0, 500)}`) ||
    (error.status !== null && error.status >= 400 && error.status < 500) ||
    (error.frames[0] !== undefined && isThirdParty(error.frames[0]))
  );
}

function isThirdParty(frame: StackFrame): boolean {
  return thirdParty.test(frame.file);
}
