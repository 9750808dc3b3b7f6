import type { JsonObject } from '../JsonObject';
import type { ErrorRow } from '../rows';
import type { ItemReader } from './ItemReader';
import type { PlainRequest } from './PlainRequest';

const longestMessage = 8192;
const longestStack = 65_536;

/** The error's own columns: severity and group are worked out where the client gives none. */
export function errorColumns(
  reader: ItemReader,
  attributes: JsonObject,
  request: PlainRequest,
  anonymous: boolean
): Pick<
  ErrorRow,
  | 'error_type'
  | 'error_message'
  | 'error_stack'
  | 'severity'
  | 'context'
  | 'user_agent'
  | 'fingerprint'
  | 'fingerprint_rule'
> {
  const errorType = reader.name('error_type', 64);
  const message = reader.text('error_message', longestMessage) ?? '';
  if (message === '') {
    reader.problem ??= 'error_message must be a text';
  }
  const stack = reader.text('error_stack', longestStack);
  const status = attributes.status ?? attributes.status_code;
  const judged = request.tools.judgement.error(
    {
      type: request.tools.judgement.errorClass(message, stack) ?? errorType,
      message,
      frames: stack === null ? [] : request.tools.judgement.parseStack(stack),
      fatal: attributes.fatal === true,
      handled: attributes.handled === true || attributes.unhandled === false,
      status: typeof status === 'number' ? status : null,
      clientFingerprint: reader.text('fingerprint', 255),
      clientSeverity: reader.raw('severity'),
      pagePath: null,
      url: reader.raw('url'),
      interactive: attributes.interactive === false ? false : null,
      stackText: stack,
    },
    request.trusted,
    request.reception.app.severityRules
  );
  return {
    error_type: errorType,
    error_message: message,
    error_stack: judged.stack,
    severity: judged.severity,
    context: anonymous ? {} : attributes,
    user_agent: anonymous ? null : reader.text('user_agent', 1024),
    fingerprint: judged.fingerprint,
    fingerprint_rule: judged.fingerprintRule,
  };
}
