import { addEvent } from '../intake/addEvent';
import { addAttribute, textAt, type JsonObject } from '../JsonObject';
import { timeOf } from '../timeOf';
import { eventTypeOf } from './eventTypeOf';
import { forEachItem, freeAttributes, moreOf, type FaroRequest } from './FaroRequest';

const longestName = 255;

/** `events` → `analytics_events`. */
export function mapEvents(request: FaroRequest, list: unknown): void {
  forEachItem(request, 'event', list, (item, index) => mapEvent(request, item, index));
}

function mapEvent(request: FaroRequest, item: JsonObject, index: number): string | undefined {
  const { sender } = request;
  const name = textAt(item, 'name');
  if (name === undefined || name.length > longestName) {
    return `name must be a text of at most ${longestName} characters`;
  }
  const data = freeAttributes(item, 'attributes');
  if (data === undefined) {
    return 'attributes must be an object';
  }
  const more = moreOf(request, item);
  addAttribute(
    more,
    'domain',
    typeof item.domain === 'string' ? sender.scrubber.text(item.domain, longestName) : undefined
  );
  addEvent(
    request,
    sender,
    { kind: 'event', index, time: timeOf(item), more },
    { eventType: eventTypeOf(name, item.action), name, data, referrer: textAt(data, 'referrer') }
  );
  return undefined;
}
