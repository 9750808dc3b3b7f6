import type { Batch } from '../Batch';
import { openIntake } from '../intake/Intake';
import { isJsonObject, textAt, type JsonObject } from '../JsonObject';
import { newestOf } from '../newestOf';
import type { MappingTools } from '../MappingTools';
import type { Reception } from '../Reception';
import type { Secrets } from '../Secrets';
import { mapLogRecord } from './mapLogRecord';
import { mapMetric } from './mapMetric';
import type { MapOtlpItem } from './MapOtlpItem';
import { mapSpan } from './mapSpan';
import { nanoTime } from './nanoTime';
import { otlpGroups } from './OtlpGroup';
import { OtlpSenders } from './OtlpSenders';
import type { OtlpSignal } from './OtlpSignal';
import { countPoints, pointsOf } from './pointsOf';

interface Mapper {
  kind: string;
  map: MapOtlpItem;
  /** What an item counts for where the answer says how many were refused. */
  count: (item: unknown) => number;
}

const one = (): number => 1;
const mappers: Readonly<Record<OtlpSignal, Mapper>> = {
  logs: { kind: 'log', map: mapLogRecord, count: one },
  traces: { kind: 'span', map: mapSpan, count: one },
  metrics: { kind: 'metric', map: mapMetric, count: (item) => Math.max(1, isJsonObject(item) ? countPoints(item) : 1) },
};
const mostItems = 20_000;

/**
 * Rows of an OTLP request. `reception.body` is any text that is the same when the same request comes again. Page paths
 * are not yet looked up in the app's registry.
 */
export function mapOtlp(
  tools: MappingTools,
  signal: OtlpSignal,
  body: JsonObject,
  reception: Reception,
  secrets: Secrets
): Batch {
  const groups = otlpGroups(signal, body);
  const times = groups.flatMap(({ items }) => items.flatMap(timesOf));
  const intake = openIntake(tools, reception, secrets, {
    newest: (last) => newestOf(times, last),
    sentAt: undefined,
    consent: groups.map(({ resource }) => textAt(resource, 'consent')).find((consent) => consent !== undefined),
  });
  const senders = new OtlpSenders(intake);
  const { kind, map, count } = mappers[signal];
  let index = 0;
  for (const group of groups) {
    for (const item of group.items) {
      const items = count(item);
      if (index + items > mostItems) {
        intake.batch.reject(kind, index, `only ${mostItems} items are taken from one request`, items);
      } else {
        const problem = isJsonObject(item) ? map(intake, senders, group, item, index) : 'must be an object';
        if (problem !== undefined) {
          intake.rowCount += 1;
          intake.batch.reject(kind, index, problem, items);
        }
      }
      index += items;
    }
  }
  return intake.batch;
}

function timesOf(item: unknown): Array<number | undefined> {
  if (!isJsonObject(item)) {
    return [];
  }
  const own = item.startTimeUnixNano ?? item.timeUnixNano ?? item.observedTimeUnixNano;
  return own === undefined ? pointsOf(item).map((point) => nanoTime(point.timeUnixNano)) : [nanoTime(own)];
}
