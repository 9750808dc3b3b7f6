import { eventRow } from '../composeRows';
import { addAttribute, textAt, type JsonObject } from '../JsonObject';
import { addShared, forEachItem, freeAttributes, type FaroRequest } from './FaroRequest';
import { addError } from './mapExceptions';
import { timeOf } from '../timeOf';

const longestMessage = 8192;

/** `logs` → `error_logs` at level error, else `analytics_events` of type `log`. */
export function mapLogs(request: FaroRequest, list: unknown): void {
  forEachItem(request, 'log', list, (item, index) => {
    const level = textAt(item, 'level')?.toLowerCase();
    const isError = level === 'error' || level === 'fatal' || level === 'critical';
    const problem = isError ? mapErrorLog(request, item, index) : mapLog(request, item, index);
    if (problem !== undefined) {
      request.batch.reject('log', index, problem);
    }
  });
}

function mapErrorLog(request: FaroRequest, item: JsonObject, index: number): string | undefined {
  const message = item.message;
  if (typeof message !== 'string') {
    request.rowCount += 1;
    return 'message must be a text';
  }
  return addError(request, item, index, {
    kind: 'log',
    errorType: 'log',
    type: '',
    message,
    frames: [],
    handled: true,
  });
}

function mapLog(request: FaroRequest, item: JsonObject, index: number): string | undefined {
  const { batch, scrubber } = request;
  const id = request.itemId(request.rowCount++);
  if (typeof item.message !== 'string') {
    return 'message must be a text';
  }
  const time = request.clock.place(timeOf(item), 'analytics_events');
  if (typeof time === 'string') {
    return time;
  }
  const { treatment, reason } = request.treatments.analytics;
  if (treatment !== 'full') {
    batch.drop(reason);
    return undefined;
  }
  const data = freeAttributes(request, item, 'context');
  if (typeof data === 'string') {
    return data;
  }
  const level = scrubber.text(textAt(item, 'level') ?? 'info', 32);
  addAttribute(data, 'message', scrubber.text(item.message, longestMessage));
  addAttribute(data, 'level', level);
  addShared(request, data, item, time.original);
  batch.add(
    'analytics_events',
    eventRow(
      request.senders.analytics,
      { id, timestamp: time.timestamp },
      {
        event_type: 'log',
        event_name: level,
        event_data: data,
        referrer: null,
      }
    ),
    'log',
    index
  );
  batch.accept('log');
  return undefined;
}
