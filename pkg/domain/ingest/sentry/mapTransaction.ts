import { addEvent } from '../intake/addEvent';
import { addSpan } from '../intake/addSpan';
import { addVital } from '../intake/addVital';
import type { Intake } from '../intake/Intake';
import type { IntakeItem } from '../intake/IntakeItem';
import type { ItemSender } from '../intake/ItemSender';
import { addAttribute, isJsonObject, objectAt, textAt, type JsonObject } from '../JsonObject';
import { describeEventSender } from './describeEventSender';
import type { MapSentryItem } from './SentryItem';
import { spanOf } from './spanOf';
import { timeOfSentry } from './timeOfSentry';
import { vitalsOf } from './vitalsOf';

const mostSpans = 2000;

/** `transaction` → `spans`, its web vitals → `performance_data`, and a page view where it is one. */
export const mapTransaction: MapSentryItem = (intake, event, index) => {
  const trace = objectAt(objectAt(event, 'contexts'), 'trace');
  const root = spanOf(
    {
      ...trace,
      description: textAt(event, 'transaction'),
      start_timestamp: event.start_timestamp,
      timestamp: event.timestamp,
      tags: event.tags,
    },
    {}
  );
  if (typeof root === 'string') {
    return root;
  }
  const sender = describeEventSender(intake, event);
  const item = { kind: 'transaction', index, time: root.start };
  addSpan(intake, sender, item, root);
  addChildren(intake, sender, event.spans);
  addVitals(intake, sender, event);
  addPageView(intake, sender, item, event, textAt(trace, 'op'));
  return undefined;
};

function addChildren(intake: Intake, sender: ItemSender, spans: unknown): void {
  if (!Array.isArray(spans)) {
    return;
  }
  spans.slice(0, mostSpans).forEach((child: unknown, position) => {
    const span = isJsonObject(child) ? spanOf(child, {}) : 'must be an object';
    if (typeof span === 'string') {
      intake.rowCount += 1;
      intake.batch.reject('span', position, span);
    } else {
      addSpan(intake, sender, { kind: 'span', index: position, time: span.start }, span);
    }
  });
  if (spans.length > mostSpans) {
    intake.batch.reject('span', mostSpans, `only ${mostSpans} spans of a transaction are taken`);
  }
}

function addVitals(intake: Intake, sender: ItemSender, event: JsonObject): void {
  const metricId = textAt(event, 'event_id')?.slice(0, 128) ?? null;
  vitalsOf(event.measurements).forEach(({ vital, value }, position) => {
    const measured = { kind: 'measurement', index: position, time: timeOfSentry(event.timestamp) };
    addVital(intake, sender, measured, { vital, value, metricId, metadata: {} });
  });
}

function addPageView(
  intake: Intake,
  sender: ItemSender & { referrer: string | undefined },
  item: IntakeItem,
  event: JsonObject,
  op: string | undefined
): void {
  if (op !== 'pageload' && op !== 'navigation') {
    return;
  }
  const data: JsonObject = { navigation: op };
  addAttribute(data, 'transaction', textAt(event, 'transaction'));
  addAttribute(data, 'trace_id', objectAt(objectAt(event, 'contexts'), 'trace').trace_id);
  addEvent(
    intake,
    sender,
    { ...item, isPart: true },
    { eventType: 'page_view', name: op, data, referrer: sender.referrer }
  );
}
