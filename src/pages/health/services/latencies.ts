import { callRoute } from '../../../api/callRoute';
import type { JsonFrame } from '../../../contract/query/QueryResponse';

/** Response times of the last day by service, in milliseconds and in order of time; null where there was no answer. */
export type Latencies = ReadonlyMap<string, ReadonlyArray<number | null>>;

const day = 24 * 3600 * 1000;
const points = 48;
const mostServices = 1000;

/** Reads them in one question, however many services there are. @param now epoch milliseconds */
export async function loadLatencies(datasourceUid: string, now: number): Promise<Latencies> {
  const { results } = await callRoute(datasourceUid, 'query', {
    body: {
      from: new Date(now - day).toISOString(),
      to: new Date(now).toISOString(),
      maxDataPoints: points,
      queries: [
        { refId: 'latency', kind: 'health', calculation: 'avg', groupBy: ['service_name'], limit: mostServices },
      ],
    },
  });
  return latenciesOf(results.latency?.frames ?? []);
}

/** The series of frames whose fields are labelled with the service. */
export function latenciesOf(frames: readonly JsonFrame[]): Latencies {
  const found = frames.flatMap(({ schema, data }) =>
    schema.fields.flatMap(({ labels }, column) => {
      const service = labels?.service_name;
      const values = data.values[column] ?? [];
      return service === undefined
        ? []
        : [[service, values.map((value) => (typeof value === 'number' ? value : null))] as const];
    })
  );
  return new Map(found);
}
