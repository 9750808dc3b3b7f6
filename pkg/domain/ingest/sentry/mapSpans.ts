import { webVitals, type WebVital } from '../../../../src/contract/webVitals';
import { addEvent } from '../intake/addEvent';
import { addSpan, type SpanReport } from '../intake/addSpan';
import { addVital } from '../intake/addVital';
import type { Intake } from '../intake/Intake';
import { describeSender, type ItemSender } from '../intake/ItemSender';
import { isJsonObject, textAt, type JsonObject } from '../JsonObject';
import { itemsOfContainer } from './itemsOfContainer';
import { signsOfAttributes } from './signsOfAttributes';
import type { MapSentryItem } from './SentryItem';
import { spanOf } from './spanOf';
import { vitalsOf } from './vitalsOf';

/** `span`, alone or as a container of several → `spans`, their web vitals → `performance_data`. */
export const mapSpans: MapSentryItem = (intake, payload) => {
  itemsOfContainer(payload).forEach((entry, index) => {
    const span = isJsonObject(entry) ? spanOf(entry, {}) : 'must be an object';
    if (typeof span === 'string' || !isJsonObject(entry)) {
      intake.rowCount += 1;
      intake.batch.reject('span', index, typeof span === 'string' ? span : 'must be an object');
      return;
    }
    const sender = describeSender(intake, signsOfAttributes(span.attributes));
    addVitalsOf(intake, sender, span, entry);
    addPageViewOf(intake, sender, span, entry);
    addSpan(intake, sender, { kind: 'span', index, time: span.start }, span);
  });
  return undefined;
};

/** Vitals come as measurements of a span of their own, or as its attributes `browser.web_vital.lcp.value`. */
function addVitalsOf(intake: Intake, sender: ItemSender, span: SpanReport, entry: JsonObject): void {
  const found = vitalsOf(entry.measurements);
  for (const vital of webVitals) {
    const name: Lowercase<WebVital> = vital.toLowerCase() as Lowercase<WebVital>;
    const value = span.attributes[`browser.web_vital.${name}.value`];
    if (typeof value === 'number' && !found.some((other) => other.vital === vital)) {
      found.push({ vital, value });
    }
  }
  found.forEach(({ vital, value }, position) => {
    const item = { kind: 'measurement', index: position, time: span.start };
    addVital(intake, sender, item, { vital, value, metricId: span.span_id, metadata: {} });
  });
}

function addPageViewOf(intake: Intake, sender: ItemSender, span: SpanReport, entry: JsonObject): void {
  const op = textAt(span.attributes, 'op');
  if (entry.is_segment === true && (op === 'pageload' || op === 'navigation')) {
    const item = { kind: 'span', index: 0, time: span.start, isPart: true };
    const data = { navigation: op, transaction: span.name, trace_id: span.trace_id };
    addEvent(intake, sender, item, { eventType: 'page_view', name: op, data });
  }
}
