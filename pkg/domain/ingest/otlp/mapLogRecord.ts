import { webVitals } from '../../../../src/contract/webVitals';
import { addError } from '../intake/addError';
import { addEvent } from '../intake/addEvent';
import { addVital } from '../intake/addVital';
import type { Intake } from '../intake/Intake';
import type { IntakeItem } from '../intake/IntakeItem';
import type { ItemSender } from '../intake/ItemSender';
import { addAttribute, isJsonObject, textAt, type JsonObject } from '../JsonObject';
import { addException, hasException } from './addException';
import { flattenAttributes, plainValue } from './flattenAttributes';
import type { MapOtlpItem } from './MapOtlpItem';
import { nanoTime } from './nanoTime';

/** OpenTelemetry's numbers of severities: ERROR begins at 17, FATAL at 21. */
const error = 17;
const fatal = 21;
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];

/** Names that events of browsers have in OpenTelemetry. */
const eventTypes = new Map(
  Object.entries({
    'browser.page_view': 'page_view',
    'browser.user_action.click': 'user_action',
    'browser.navigation': 'navigation',
    'session.start': 'session',
    'session.end': 'session',
  })
);

/** A log record → `error_logs` from severity ERROR on, a web vital → `performance_data`, else `analytics_events`. */
export const mapLogRecord: MapOtlpItem = (intake, senders, group, record, index) => {
  const attributes = flattenAttributes(record.attributes);
  const sender = senders.of(group, attributes, true);
  const item = { kind: 'log', index, time: nanoTime(record.timeUnixNano) ?? nanoTime(record.observedTimeUnixNano) };
  const body = plainValue(record.body);
  const name = textAt(record, 'eventName') ?? textAt(attributes, 'event.name');
  const number = typeof record.severityNumber === 'number' ? record.severityNumber : 0;
  addAttribute(attributes, 'trace_id', textAt(record, 'traceId'));
  addAttribute(attributes, 'span_id', textAt(record, 'spanId'));
  addAttribute(attributes, 'service_name', textAt(group.resource, 'service.name'));
  addAttribute(attributes, 'scope_name', group.scopeName);
  const isFatal = number >= fatal;
  if (hasException(attributes)) {
    const context = withoutStack(attributes);
    addException(intake, sender, item, { details: attributes, handled: !isFatal, fatal: isFatal, context });
  } else if (number >= error) {
    const message = typeof body === 'string' && body !== '' ? body : textOf(body);
    addError(intake, sender, item, { errorType: 'log', type: name ?? '', message, frames: [], handled: true, fatal: isFatal, context: attributes });
  } else if (name === 'browser.web_vital') {
    return addVitalOf(intake, sender, item, isJsonObject(body) ? body : attributes);
  } else {
    const level = textAt(record, 'severityText')?.toLowerCase() ?? levelOf(number);
    addAttribute(attributes, typeof body === 'string' ? 'message' : 'body', body);
    addAttribute(attributes, 'level', name === undefined || number > 0 ? level : undefined);
    const eventType = name === undefined ? 'log' : (eventTypes.get(name) ?? 'custom');
    addEvent(intake, sender, item, { eventType, name: name ?? level, data: attributes, referrer: textAt(attributes, 'referrer') });
  }
  return undefined;
}; // prettier-ignore

function addVitalOf(intake: Intake, sender: ItemSender, item: IntakeItem, facts: JsonObject): string | undefined {
  const named = textAt(facts, 'name')?.toUpperCase();
  const vital = webVitals.find((known) => known === named);
  if (vital === undefined) {
    return 'name must be a web vital';
  }
  const metadata: JsonObject = {};
  addAttribute(metadata, 'navigation_type', facts.navigationType ?? facts.navigation_type);
  const metricId = textAt(facts, 'id')?.slice(0, 128) ?? null;
  addVital(intake, sender, item, { vital, value: facts.value, metricId, metadata });
  return undefined;
}

function levelOf(number: number): string {
  return levels[Math.floor((number - 1) / 4)] ?? 'info';
}

/** The stack has a column. */
function withoutStack(attributes: JsonObject): JsonObject {
  return {
    ...attributes,
    'exception.stacktrace': undefined,
    'exception.message': undefined,
    'exception.type': undefined,
  };
}

function textOf(body: unknown): string {
  return body === undefined ? 'Unknown error' : JSON.stringify(body);
}
