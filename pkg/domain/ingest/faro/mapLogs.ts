import { addEvent } from '../intake/addEvent';
import { addAttribute, textAt, type JsonObject } from '../JsonObject';
import { timeOf } from '../timeOf';
import { forEachItem, freeAttributes, moreOf, type FaroRequest } from './FaroRequest';
import { addFaroError } from './mapExceptions';

const longestLevel = 32;
const longestMessage = 8192;

/** `logs` → `error_logs` at level error, else `analytics_events` of type `log`. */
export function mapLogs(request: FaroRequest, list: unknown): void {
  forEachItem(request, 'log', list, (item, index) => {
    const { message } = item;
    if (typeof message !== 'string') {
      return 'message must be a text';
    }
    const level = textAt(item, 'level')?.toLowerCase();
    return level === 'error' || level === 'fatal' || level === 'critical'
      ? addFaroError(request, 'log', item, index, { errorType: 'log', type: '', message, frames: [], handled: true })
      : mapLog(request, item, index, message);
  });
}

function mapLog(request: FaroRequest, item: JsonObject, index: number, message: string): string | undefined {
  const { sender } = request;
  const data = freeAttributes(item, 'context');
  if (data === undefined) {
    return 'context must be an object';
  }
  const name = sender.scrubber.text(textAt(item, 'level') ?? 'info', longestLevel);
  const more = moreOf(request, item);
  addAttribute(more, 'message', sender.scrubber.text(message, longestMessage));
  addAttribute(more, 'level', name);
  addEvent(request, sender, { kind: 'log', index, time: timeOf(item), more }, { eventType: 'log', name, data });
  return undefined;
}
