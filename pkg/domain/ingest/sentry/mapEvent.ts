import { readFrames } from '../faro/readFrames';
import { addError } from '../intake/addError';
import { addEvent } from '../intake/addEvent';
import type { ItemSender } from '../intake/ItemSender';
import { addAttribute, isJsonObject, objectAt, textAt, type JsonObject } from '../JsonObject';
import { describeEventSender } from './describeEventSender';
import { eventContext } from './eventContext';
import type { MapSentryItem } from './SentryItem';
import { timeOfSentry } from './timeOfSentry';

const mostCauses = 10;
const errorLevels = new Set(['error', 'fatal', 'critical']);
const severities = new Map(Object.entries({ warning: 'medium', info: 'low', debug: 'low', log: 'low' }));

/** `event` → `error_logs`; a message below level error → `analytics_events` of type `log`. */
export const mapEvent: MapSentryItem = (intake, event, index) => {
  const exceptions = exceptionsOf(event.exception);
  const message = messageOf(event);
  if (exceptions.length === 0 && message === undefined) {
    return 'the event has neither exception nor message';
  }
  const level = textAt(event, 'level')?.toLowerCase() ?? 'error';
  const sender = describeEventSender(intake, event);
  const item = { kind: 'event', index, time: timeOfSentry(event.timestamp) };
  const context = eventContext(event);
  const main = exceptions.at(-1);
  if (main === undefined && !errorLevels.has(level)) {
    addAttribute(context, 'message', message);
    addEvent(intake, sender, item, { eventType: 'log', name: level, data: context, referrer: sender.referrer });
    return undefined;
  }
  const mechanism = objectAt(main ?? {}, 'mechanism');
  addAttribute(context, 'mechanism', textAt(mechanism, 'type'));
  addAttribute(context, 'causes', causesOf(exceptions, sender));
  const status = objectAt(objectAt(event, 'contexts'), 'response').status_code;
  addError(intake, sender, item, {
    errorType: main === undefined ? 'log' : undefined,
    type: textAt(main ?? {}, 'type') ?? '',
    message: textAt(main ?? {}, 'value') ?? message ?? textAt(main ?? {}, 'type') ?? 'Unknown error',
    frames: main === undefined ? [] : framesOf(main, sender),
    fatal: level === 'fatal',
    handled: main === undefined || mechanism.handled !== false,
    status: typeof status === 'number' ? status : null,
    fingerprint: fingerprintOf(event.fingerprint),
    severity: severities.get(level) ?? null,
    context,
  });
  return undefined;
};

/** Exceptions, the cause first and what was thrown last, as Sentry lists them. */
function exceptionsOf(exception: unknown): JsonObject[] {
  const list: unknown = isJsonObject(exception) ? (exception.values ?? [exception]) : exception;
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}

function messageOf(event: JsonObject): string | undefined {
  const entry = isJsonObject(event.logentry) ? event.logentry : isJsonObject(event.message) ? event.message : {};
  return textAt(event, 'message') ?? textAt(entry, 'formatted') ?? textAt(entry, 'message');
}

/** Sentry lists the innermost frame last. */
function framesOf(exception: JsonObject, sender: ItemSender): ReturnType<typeof readFrames> {
  const { frames } = objectAt(exception, 'stacktrace');
  return readFrames(Array.isArray(frames) ? [...(frames as unknown[])].reverse() : undefined, sender.scrubber);
}

function causesOf(exceptions: readonly JsonObject[], sender: ItemSender): JsonObject[] | undefined {
  const causes = exceptions.slice(0, -1).slice(-mostCauses).reverse();
  return causes.length === 0
    ? undefined
    : causes.map((cause) => ({
        type: sender.scrubber.text(textAt(cause, 'type') ?? '', 255),
        message: sender.scrubber.text(textAt(cause, 'value') ?? '', 1024),
      }));
}

/** Parts of a fingerprint as one text; the cascade replaces `{{ default }}`. */
function fingerprintOf(parts: unknown): string | undefined {
  const texts = Array.isArray(parts)
    ? parts.filter((part) => typeof part === 'string' || typeof part === 'number')
    : [];
  return texts.length === 0 || (texts.length === 1 && /^\{\{ ?default ?\}\}$/.test(String(texts[0])))
    ? undefined
    : texts.map(String).join('\n');
}
