import { addEvent } from '../intake/addEvent';
import { addMetric } from '../intake/addMetric';
import { describeSender } from '../intake/ItemSender';
import { addAttribute, isJsonObject, objectAt, textAt, type JsonObject } from '../JsonObject';
import type { MapSentryItem } from './SentryItem';
import { timeOfSentry } from './timeOfSentry';

const outcomes = ['exited', 'errored', 'crashed', 'abnormal', 'unhandled'] as const;
const statuses = new Set<string>(['ok', ...outcomes]);
const mostAggregates = 1000;

/** `session` → an event of type `session`: `session_start`, then what became of it. */
export const mapSession: MapSentryItem = (intake, session, index) => {
  const status = textAt(session, 'status') ?? 'ok';
  if (!statuses.has(status)) {
    return `status must be one of ${[...statuses].join(', ')}`;
  }
  const attrs = objectAt(session, 'attrs');
  const sender = describeSender(intake, cluesOf(attrs, textAt(session, 'did')));
  const data: JsonObject = { status };
  addAttribute(data, 'sentry_session', textAt(session, 'sid')?.slice(0, 64));
  addAttribute(data, 'errors', numberOf(session.errors));
  addAttribute(data, 'duration_seconds', numberOf(session.duration));
  addEvent(
    intake,
    sender,
    { kind: 'session', index, time: timeOfSentry(session.timestamp ?? session.started) },
    { eventType: 'session', name: session.init === true ? 'session_start' : `session_${status}`, data }
  );
  return undefined;
};

/** `sessions`, counted by a service → a metric `sessions.<outcome>` for each count. */
export const mapSessions: MapSentryItem = (intake, payload) => {
  const { aggregates } = payload;
  if (!Array.isArray(aggregates)) {
    return 'aggregates must be a list';
  }
  const sender = describeSender(intake, cluesOf(objectAt(payload, 'attrs'), undefined));
  aggregates.slice(0, mostAggregates).forEach((aggregate: unknown, index) => {
    if (!isJsonObject(aggregate)) {
      intake.batch.reject('session', index, 'must be an object');
      return;
    }
    let isPart = false;
    for (const outcome of outcomes) {
      const value = numberOf(aggregate[outcome]);
      if (value !== undefined) {
        const item = { kind: 'session', index, time: timeOfSentry(aggregate.started), isPart };
        addMetric(intake, sender, item, { name: `sessions.${outcome}`, value, unit: 'count', metadata: {} });
        isPart = true;
      }
    }
  });
  return undefined;
};

function cluesOf(attrs: JsonObject, did: string | undefined) {
  const address = textAt(attrs, 'ip_address');
  return {
    externalId: did,
    literals: [did, address].filter((text) => text !== undefined),
    environment: textAt(attrs, 'environment'),
    release: textAt(attrs, 'release'),
    userAgent: textAt(attrs, 'user_agent'),
  };
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}
