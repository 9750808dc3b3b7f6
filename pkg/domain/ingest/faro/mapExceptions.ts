import { addError, type ErrorClues } from '../intake/addError';
import { addAttribute, isJsonObject, objectAt, textAt, type JsonObject } from '../JsonObject';
import { timeOf } from '../timeOf';
import { forEachItem, freeAttributes, moreOf, type FaroRequest } from './FaroRequest';
import { readFrames } from './readFrames';

/** What an error says by itself, besides what every item carries. */
type OwnClues = Pick<ErrorClues, 'errorType' | 'type' | 'message' | 'frames' | 'handled'>;

/** `exceptions` → `error_logs`. */
export function mapExceptions(request: FaroRequest, list: unknown): void {
  forEachItem(request, 'exception', list, (item, index) => mapException(request, item, index));
}

function mapException(request: FaroRequest, item: JsonObject, index: number): string | undefined {
  const type = textAt(item, 'type') ?? '';
  const message = textAt(item, 'value') ?? type;
  const stacktrace = item.stacktrace ?? {};
  if (message === '' || !isJsonObject(stacktrace)) {
    return message === '' ? 'type or value must be a text' : 'stacktrace must be an object';
  }
  const frames = readFrames(stacktrace.frames, request.sender.scrubber);
  const handled = isHandled(item, message);
  return addFaroError(request, 'exception', item, index, { type, message, frames, handled });
}

/**
 * Faro does not say whether somebody caught an exception. Its console capture marks its messages, and only code of the
 * page adds a context; what has neither came from the window's own handlers.
 */
function isHandled(item: JsonObject, message: string): boolean {
  const context = objectAt(item, 'context');
  const said = context.handled ?? context.unhandled;
  if (said !== undefined) {
    return isWord(said, context.handled === undefined ? 'false' : 'true');
  }
  return message.startsWith('console.error:') || Object.keys(context).length > 0;
}

/** Adds one error to `error_logs`; a reason when it is refused before its time and consent are looked at. */
export function addFaroError(
  request: FaroRequest,
  kind: 'exception' | 'log',
  item: JsonObject,
  index: number,
  clues: OwnClues
): string | undefined {
  const context = freeAttributes(item, 'context');
  if (context === undefined) {
    return 'context must be an object';
  }
  const more = moreOf(request, item);
  addAttribute(more, 'fatal', item.fatal === false ? false : undefined);
  addError(
    request,
    request.sender,
    { kind, index, time: timeOf(item), more },
    Object.assign(clues, {
      fatal: item.fatal === true,
      status: statusOf(context),
      fingerprint: textAt(item, 'fingerprint'),
      severity: textAt(context, 'severity') ?? null,
      interactive: isWord(context.interactive, 'false') || context.ready_state === 'loading' ? false : null,
      context,
    })
  );
  return undefined;
}

/** HTTP status of the answer that an error is about: Faro's contexts hold texts. */
function statusOf(context: JsonObject): number | null {
  const said = context.status ?? context.status_code ?? context['http.status_code'];
  const status = typeof said === 'string' || typeof said === 'number' ? Number(said) : NaN;
  return Number.isInteger(status) && status >= 100 && status <= 599 ? status : null;
}

/** Faro's contexts hold texts, a script's own also booleans. Nothing else is made a text: it may be deep, or have a `toString`. */
function isWord(value: unknown, word: 'true' | 'false'): boolean {
  return value === word || value === (word === 'true');
}
