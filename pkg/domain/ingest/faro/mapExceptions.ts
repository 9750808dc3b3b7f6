import { errorRow } from '../composeRows';
import { addAttribute, isJsonObject, objectAt, textAt, type JsonObject } from '../JsonObject';
import type { Frame } from '../Judgement';
import { addShared, forEachItem, freeAttributes, type FaroRequest } from './FaroRequest';
import { timeOf } from '../timeOf';
import { readFrames } from './readFrames';

const longestType = 255;
const longestMessage = 8192;

/** What is known of an error besides what every item carries. */
interface Report {
  kind: 'exception' | 'log';
  /** Undefined: judged by the message. */
  errorType: string | undefined;
  type: string;
  message: string;
  frames: readonly Frame[];
  handled: boolean;
}

/** `exceptions` → `error_logs`. */
export function mapExceptions(request: FaroRequest, list: unknown): void {
  forEachItem(request, 'exception', list, (item, index) => {
    const problem = mapException(request, item, index);
    if (problem !== undefined) {
      request.batch.reject('exception', index, problem);
    }
  });
}

function mapException(request: FaroRequest, item: JsonObject, index: number): string | undefined {
  const type = textAt(item, 'type') ?? '';
  const message = textAt(item, 'value') ?? type;
  const stacktrace = item.stacktrace ?? {};
  if (message === '' || !isJsonObject(stacktrace)) {
    request.rowCount += 1;
    return message === '' ? 'type or value must be a text' : 'stacktrace must be an object';
  }
  const frames = readFrames(stacktrace.frames, request.scrubber);
  return addError(request, item, index, {
    kind: 'exception',
    errorType: undefined,
    type: request.scrubber.text(type, longestType),
    message,
    frames,
    handled: isHandled(item, message),
  });
}

/**
 * Faro does not say whether somebody caught an exception. Its console capture marks its messages, and only code of the
 * page adds a context; what has neither came from the window's own handlers.
 */
function isHandled(item: JsonObject, message: string): boolean {
  const context = objectAt(item, 'context');
  const said = context.handled ?? context.unhandled;
  if (said !== undefined) {
    return String(said) === (context.handled === undefined ? 'false' : 'true');
  }
  return message.startsWith('console.error:') || Object.keys(context).length > 0;
}

/** Adds one error to `error_logs`; a reason when it is refused. */
export function addError(request: FaroRequest, item: JsonObject, index: number, report: Report): string | undefined {
  const { batch, scrubber, senders } = request;
  const id = request.itemId(request.rowCount++);
  const time = request.clock.place(timeOf(item), 'error_logs');
  if (typeof time === 'string') {
    return time;
  }
  const { treatment, reason } = request.treatments.errors;
  if (treatment === 'drop') {
    batch.drop(reason);
    return undefined;
  }
  const context = freeAttributes(request, item, 'context');
  if (typeof context === 'string') {
    return context;
  }
  const message = scrubber.text(report.message, longestMessage);
  const clientFingerprint = textAt(item, 'fingerprint');
  const fingerprint = clientFingerprint === undefined ? null : scrubber.text(clientFingerprint, longestType);
  const judged = request.judgement.error(
    {
      type: report.type,
      message,
      frames: report.frames,
      fatal: item.fatal === true,
      handled: report.handled,
      status: statusOf(context),
      clientFingerprint: fingerprint,
      clientSeverity: textAt(context, 'severity') ?? null,
      pagePath: senders.errors.page_path,
      url: senders.errors.page_url,
      interactive: String(context.interactive) === 'false' || context.ready_state === 'loading' ? false : null,
    },
    request.trusted,
    request.severityRules
  );
  const full = treatment === 'full';
  const attributes = full ? context : {};
  addAttribute(attributes, 'type', report.type);
  addAttribute(attributes, 'fatal', typeof item.fatal === 'boolean' ? item.fatal : undefined);
  if (full) {
    addAttribute(attributes, 'client_fingerprint', fingerprint);
    addShared(request, attributes, item, time.original);
  }
  batch.add(
    'error_logs',
    errorRow(
      senders.errors,
      { id, timestamp: time.timestamp },
      {
        error_type: report.errorType ?? judged.errorType,
        error_message: message,
        error_stack: judged.stack,
        severity: judged.severity,
        context: attributes,
        user_agent: full ? request.userAgent : null,
        fingerprint: judged.fingerprint,
        fingerprint_rule: judged.fingerprintRule,
      }
    ),
    report.kind,
    index
  );
  batch.accept(report.kind);
  return undefined;
}

/** HTTP status of the answer that an error is about: Faro's contexts hold texts. */
function statusOf(context: JsonObject): number | null {
  const status = Number(context.status ?? context.status_code ?? context['http.status_code'] ?? NaN);
  return Number.isInteger(status) && status >= 100 && status <= 599 ? status : null;
}
