import { callRoute } from '../../../api/callRoute';
import { latestStatuses } from '../../../components/latestStatuses';
import { reportsOnly } from '../../../contract/health/historyQueries';
import { healthStatuses, type HealthStatus } from '../../../contract/health/words';
import type { Query } from '../../../contract/query/Query';
import type { JsonFrame } from '../../../contract/query/QueryResponse';

/** A service that says of itself how it is. */
export interface ReportedService {
  /** The name of the app that it belongs to. */
  app: string;
  service_name: string;
  status: HealthStatus;
  /** When it was heard of last, to ten minutes: epoch milliseconds. */
  lastHeard: number;
  latencies: Latencies | undefined;
}

/** Milliseconds in order of time; null where there was no answer. */
export type Latencies = ReadonlyArray<number | null>;

export interface LastDay {
  /** By the id of a check. */
  latencies: ReadonlyMap<string, Latencies>;
  reported: ReportedService[];
}

const day = 24 * 3600 * 1000;
const most = 1000;
/** By the hour, which summaries know. */
const latencyPoints = 24;
/** To ten minutes at worst: a status counts as of now. */
const statusPoints = 288;

/** What the last day says of all services, however many there are. @param now epoch milliseconds */
export async function loadLastDay(datasourceUid: string, now: number): Promise<LastDay> {
  const ask = async (maxDataPoints: number, part: Pick<Query, 'calculation' | 'groupBy' | 'filters'>) => {
    const { results } = await callRoute(datasourceUid, 'query', {
      body: {
        from: new Date(now - day).toISOString(),
        to: new Date(now).toISOString(),
        maxDataPoints,
        queries: [{ refId: 'A', kind: 'health', limit: most, ...part }],
      },
    });
    return results.A?.frames ?? [];
  };
  const [latencies, counts] = await Promise.all([
    ask(latencyPoints, { calculation: 'avg', groupBy: ['app', 'service_name', 'check_id'] }),
    ask(statusPoints, { calculation: 'count', groupBy: ['app', 'service_name', 'status'], filters: reportsOnly }),
  ]);
  return lastDayOf(latencies, counts);
}

interface Series {
  labels: Readonly<Record<string, string>>;
  times: readonly unknown[];
  values: readonly unknown[];
}

/** Of series that are labelled with app, service and check, and of counts that are labelled with app, service and status. */
export function lastDayOf(latencyFrames: readonly JsonFrame[], countFrames: readonly JsonFrame[]): LastDay {
  const latencies = new Map(
    seriesOf(latencyFrames).map(({ labels, values }) => [
      labels.check_id || serviceKey(labels),
      values.map((value) => (typeof value === 'number' ? value : null)),
    ])
  );
  const counts = seriesOf(countFrames);
  const named = new Map(counts.map(({ labels }) => [serviceKey(labels), labels]));
  const statuses = latestStatuses(
    counts.map(({ labels, times, values }) => ({
      ...{ service: serviceKey(labels), status: labels.status ?? '' },
      ...{ times, counts: values },
    }))
  );
  const reported = [...statuses].flatMap(([key, { status: word, time }]) => {
    const { app = '', service_name = '' } = named.get(key) ?? {};
    const status = healthStatuses.find((known) => known === word);
    return status ? [{ app, service_name, status, lastHeard: time, latencies: latencies.get(key) }] : [];
  });
  return { latencies, reported };
}

function serviceKey({ app = '', service_name: service = '' }: Series['labels']): string {
  return `${app}\n${service}`;
}

function seriesOf(frames: readonly JsonFrame[]): Series[] {
  return frames.flatMap(({ schema, data }) => {
    const times = data.values[schema.fields.findIndex(({ type }) => type === 'time')] ?? [];
    return schema.fields.flatMap(({ labels }, column) =>
      labels === undefined ? [] : [{ labels, times, values: data.values[column] ?? [] }]
    );
  });
}
