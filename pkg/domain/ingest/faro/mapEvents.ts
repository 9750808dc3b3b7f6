import { eventRow } from '../composeRows';
import { addAttribute, textAt, type JsonObject } from '../JsonObject';
import { readUrl } from '../page/PageReader';
import { eventTypeOf } from './eventTypeOf';
import { addShared, forEachItem, freeAttributes, type FaroRequest } from './FaroRequest';
import { timeOf } from '../timeOf';

const longestName = 255;

/** `events` → `analytics_events`. */
export function mapEvents(request: FaroRequest, list: unknown): void {
  forEachItem(request, 'event', list, (item, index) => {
    const problem = mapEvent(request, item, index);
    if (problem !== undefined) {
      request.batch.reject('event', index, problem);
    }
  });
}

function mapEvent(request: FaroRequest, item: JsonObject, index: number): string | undefined {
  const { batch, scrubber } = request;
  const id = request.itemId(request.rowCount++);
  const name = textAt(item, 'name');
  if (name === undefined || name.length > longestName) {
    return `name must be a text of at most ${longestName} characters`;
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
  const data = freeAttributes(request, item, 'attributes');
  if (typeof data === 'string') {
    return data;
  }
  const eventType = eventTypeOf(name, item.action);
  addAttribute(data, 'domain', typeof item.domain === 'string' ? scrubber.text(item.domain, longestName) : undefined);
  addShared(request, data, item, time.original);
  batch.add(
    'analytics_events',
    eventRow(
      request.senders.analytics,
      { id, timestamp: time.timestamp },
      {
        event_type: eventType,
        event_name: scrubber.text(name),
        event_data: data,
        referrer: readUrl(textAt(data, 'referrer'), scrubber),
      }
    ),
    'event',
    index
  );
  batch.accept('event');
  return undefined;
}
