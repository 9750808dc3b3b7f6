import type { Intake } from '../intake/Intake';
import { addAttribute, isJsonObject, textAt, type JsonObject } from '../JsonObject';
import type { Scrubber } from '../Scrubber';
import type { FaroSender } from './readSender';

/** What the mapping of every item of one Faro payload shares. */
export interface FaroRequest extends Intake {
  /** That of all items. */
  sender: FaroSender;
}

const mostItems = 20_000;

/** Calls `map` for each item of a list of the payload; what it gives a reason for, is no object, or too much, is refused. */
export function forEachItem(
  request: FaroRequest,
  kind: string,
  list: unknown,
  map: (item: JsonObject, index: number) => string | undefined
): void {
  if (list === undefined || list === null) {
    return;
  }
  if (!Array.isArray(list)) {
    request.batch.reject(kind, 0, `${kind}s must be a list`);
    return;
  }
  for (let index = 0; index < list.length && index < mostItems; index += 1) {
    const item: unknown = list[index];
    const problem = isJsonObject(item) ? map(item, index) : 'must be an object';
    if (problem !== undefined) {
      request.rowCount += 1;
      request.batch.reject(kind, index, problem);
    }
  }
  if (list.length > mostItems) {
    request.batch.reject(kind, mostItems, `only ${mostItems} items of a kind are taken from one request`);
  }
}

/** The item's free attributes, not clean yet; undefined when they are no object. */
export function freeAttributes(item: JsonObject, key: string): JsonObject | undefined {
  const attributes = item[key] ?? {};
  return isJsonObject(attributes) ? attributes : undefined;
}

/** Clean attributes that every item of Faro may carry beside its own: trace, action, meta. */
export function moreOf({ sender }: FaroRequest, item: JsonObject): JsonObject {
  const { scrubber } = sender;
  const more: JsonObject = {};
  if (isJsonObject(item.trace)) {
    addAttribute(more, 'trace_id', shortText(textAt(item.trace, 'trace_id'), scrubber));
    addAttribute(more, 'span_id', shortText(textAt(item.trace, 'span_id'), scrubber));
  }
  if (isJsonObject(item.action) && scrubber.attributes(item.action) === undefined) {
    addAttribute(more, 'action', item.action);
  }
  addAttribute(more, 'meta', sender.meta);
  return more;
}

const hexadecimal = /^[0-9a-f]{1,64}$/i;

function shortText(text: string | undefined, scrubber: Scrubber): string | undefined {
  return text === undefined || hexadecimal.test(text) ? text : scrubber.text(text, 64);
}
