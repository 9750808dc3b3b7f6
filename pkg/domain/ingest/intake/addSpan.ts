import { spanRow } from '../composeRows';
import type { JsonObject } from '../JsonObject';
import type { ReadSpan } from '../otlp/readSpan';
import type { Intake } from './Intake';
import { addMore, countItem, permitItem, rejectItem, type IntakeItem } from './IntakeItem';
import type { ItemSender } from './ItemSender';

const longestName = 255;
const longestStatus = 1024;

/** A span, its own fields checked, its texts and attributes not clean yet. */
export interface SpanReport extends ReadSpan {
  serviceName: string | null;
  /** Cleaned in place, as are events and links. */
  attributes: JsonObject;
  /** Clean: many spans share it. */
  resource: JsonObject;
  events: unknown[];
  links: unknown[];
}

/** Adds a row of `spans`. */
export function addSpan(intake: Intake, sender: ItemSender, item: IntakeItem, span: SpanReport): void {
  const permit = permitItem(intake, sender, item, 'spans', 'analytics', true);
  if (permit === undefined) {
    return;
  }
  const { scrubber } = sender;
  const { attributes, resource, events, links } = span;
  const problem = scrubber.attributes({ attributes, events, links });
  if (problem !== undefined) {
    rejectItem(intake, item, problem);
    return;
  }
  addMore(attributes, item, permit.time);
  const row = spanRow(
    sender.columns.analytics,
    { id: permit.id, timestamp: permit.time.timestamp },
    {
      trace_id: span.trace_id,
      span_id: span.span_id,
      parent_span_id: span.parent_span_id,
      name: scrubber.text(span.name, longestName),
      span_kind: span.span_kind,
      service_name: span.serviceName === null ? null : scrubber.text(span.serviceName, longestName),
      duration_ms: span.duration_ms,
      status_code: span.status_code,
      status_message: span.status_message === null ? null : scrubber.text(span.status_message, longestStatus),
      attributes,
      resource,
      events,
      links,
    }
  );
  intake.batch.add('spans', row, item.kind, item.index);
  countItem(intake, sender, item, true);
}
