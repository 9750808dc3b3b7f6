import type { Batch } from '../Batch';
import { openIntake } from '../intake/Intake';
import { isJsonObject, objectAt, textAt, type JsonObject } from '../JsonObject';
import { newestOf } from '../newestOf';
import type { MappingTools } from '../MappingTools';
import { parseTime } from '../parseTime';
import type { Reception } from '../Reception';
import type { Secrets } from '../Secrets';
import { itemsOfContainer } from './itemsOfContainer';
import { mapCheckIn } from './mapCheckIn';
import { mapClientReport } from './mapClientReport';
import { mapEvent } from './mapEvent';
import { mapFeedback, mapUserReport } from './mapFeedback';
import { mapLogs } from './mapLogs';
import { mapMetrics } from './mapMetrics';
import { mapSession, mapSessions } from './mapSession';
import { mapSpans } from './mapSpans';
import { mapTransaction } from './mapTransaction';
import { plainAttributes } from './plainAttributes';
import type { Envelope } from './readEnvelope';
import type { MapSentryItem } from './SentryItem';
import { timeOfSentry } from './timeOfSentry';

const mappers = new Map<string, MapSentryItem>([
  ['event', mapEvent],
  ['transaction', mapTransaction],
  ['span', mapSpans],
  ['session', mapSession],
  ['sessions', mapSessions],
  ['client_report', mapClientReport],
  ['log', mapLogs],
  ['trace_metric', mapMetrics],
  ['check_in', mapCheckIn],
  ['feedback', mapFeedback],
  ['user_report', mapUserReport],
]);

/** Types that exist and are not stored: counters are named by our own words only. */
const knownTypes = new Set(['attachment', 'replay_event', 'replay_recording', 'replay_video', 'profile', 'profile_chunk', 'statsd', 'metric', 'metric_buckets', 'raw_security']); // prettier-ignore

/**
 * Rows of a Sentry envelope. `reception.body` is its content without the header line. Page paths are not yet looked up
 * in the app's registry.
 */
export function mapSentry(tools: MappingTools, envelope: Envelope, reception: Reception, secrets: Secrets): Batch {
  const payloads = envelope.items.flatMap(({ payload }) => (payload === undefined ? [] : [payload]));
  const times = payloads.flatMap(timesOf);
  const intake = openIntake(tools, reception, secrets, {
    newest: (last) => newestOf(times, last),
    sentAt: parseTime(envelope.header.sent_at),
    consent: payloads.map(consentOf).find((consent) => consent !== undefined),
  });
  const counts = new Map<string, number>();
  for (const { type, payload, problem } of envelope.items) {
    const index = counts.get(type) ?? 0;
    counts.set(type, index + 1);
    const map = mappers.get(type);
    if (map === undefined && problem === undefined) {
      intake.batch.drop(`sentry_${knownTypes.has(type) ? type : 'unknown_item'}`);
      continue;
    }
    const reason = map === undefined || payload === undefined ? problem : map(intake, payload, index);
    if (reason !== undefined) {
      intake.batch.reject(map === undefined ? 'item' : type, index, reason);
    }
  }
  return intake.batch;
}

function timesOf(payload: JsonObject): Array<number | undefined> {
  return itemsOfContainer(payload).map((entry) =>
    isJsonObject(entry) ? timeOfSentry(entry.timestamp ?? entry.end_timestamp ?? entry.started) : undefined
  );
}

/** The decision that the page set as the tag or attribute `consent`. */
function consentOf(payload: JsonObject): string | undefined {
  const [first] = itemsOfContainer(payload);
  return (
    textAt(objectAt(payload, 'tags'), 'consent') ??
    (isJsonObject(first) ? textAt(plainAttributes(first.attributes), 'consent') : undefined)
  );
}
