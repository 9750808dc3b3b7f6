import type { SeverityRule } from '../../../../src/contract/resources/severityRules';
import type { Batch } from '../Batch';
import type { ItemClock } from '../ItemClock';
import { addAttribute, isJsonObject, textAt, type JsonObject } from '../JsonObject';
import type { Judgement, Purpose, Treatment } from '../Judgement';
import type { Scrubber } from '../Scrubber';
import type { SenderColumns } from '../Sender';

/** What the mapping of every item of one Faro payload shares. */
export interface FaroRequest {
  batch: Batch;
  clock: ItemClock;
  scrubber: Scrubber;
  judgement: Judgement;
  itemId: (index: number) => string;
  /** Rows named so far: counts also what is refused or dropped, so that a retry names the same rows the same. */
  rowCount: number;
  treatments: Readonly<Record<Purpose, Treatment>>;
  senders: Readonly<Record<Purpose, SenderColumns>>;
  /** What is left of `meta` when the columns were taken out; undefined when nothing is. */
  meta: JsonObject | undefined;
  userAgent: string | null;
  /** The key may call an error critical. */
  trusted: boolean;
  severityRules: readonly SeverityRule[];
}

const mostItems = 20_000;

/** Calls `map` for each item of a list of the payload; what is no object, and what is too much, is refused. */
export function forEachItem(
  request: FaroRequest,
  kind: string,
  list: unknown,
  map: (item: JsonObject, index: number) => void
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
    if (isJsonObject(item)) {
      map(item, index);
    } else {
      request.rowCount += 1;
      request.batch.reject(kind, index, 'must be an object');
    }
  }
  if (list.length > mostItems) {
    request.batch.reject(kind, mostItems, `only ${mostItems} items of a kind are taken from one request`);
  }
}

/** The item's free attributes, cleaned; a reason when they cannot be stored. */
export function freeAttributes(request: FaroRequest, item: JsonObject, key: string): JsonObject | string {
  const attributes = item[key] ?? {};
  if (!isJsonObject(attributes)) {
    return `${key} must be an object`;
  }
  return request.scrubber.attributes(attributes) ?? attributes;
}

/** Adds what every item of Faro may carry beside its own fields: trace, action, the time before correction, meta. */
export function addShared(
  request: FaroRequest,
  attributes: JsonObject,
  item: JsonObject,
  original: string | undefined
): void {
  const { scrubber } = request;
  if (isJsonObject(item.trace)) {
    addAttribute(attributes, 'trace_id', shortText(textAt(item.trace, 'trace_id'), scrubber));
    addAttribute(attributes, 'span_id', shortText(textAt(item.trace, 'span_id'), scrubber));
  }
  if (isJsonObject(item.action) && scrubber.attributes(item.action) === undefined) {
    addAttribute(attributes, 'action', item.action);
  }
  addAttribute(attributes, 'original_timestamp', original);
  addAttribute(attributes, 'meta', request.meta);
}

const hexadecimal = /^[0-9a-f]{1,64}$/i;

function shortText(text: string | undefined, scrubber: Scrubber): string | undefined {
  return text === undefined || hexadecimal.test(text) ? text : scrubber.text(text, 64);
}
