import { apiPrefix, routes } from '../../../src/contract/routes';
import type { BenchTarget } from '../../BenchTarget';
import { Client, isFailure } from '../../load/Client';
import { jsonCases, type JsonCase } from './jsonCases';

/** A route that takes JSON, on one of the two listeners. */
interface JsonRoute {
  listener: 'ingest' | 'admin';
  method: string;
  path: string;
  headers: Record<string, string>;
}

const connections = 16;
const nobody = '00000000-0000-4000-8000-000000000000';

/**
 * Sends every case to every JSON route of both listeners, to the admin's with and without a token. Prints answers by
 * status. Answers what must not be: 5xx, no answer, and what is no JSON but was taken by an ingest route.
 */
export async function jsonSuite(target: BenchTarget): Promise<string[]> {
  const clients = {
    ingest: new Client(target.ingestUrl, connections),
    admin: new Client(target.admin.url, connections),
  };
  const failures: string[] = [];
  const cases = jsonCases();
  const waiting = jsonRoutes(target).flatMap((route) => cases.map((testCase) => ({ route, testCase })));
  const total = waiting.length;
  const send = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { route, testCase } = next;
      const status = await clients[route.listener].send({ ...route, body: testCase.body });
      if (isFailure(status) || takesRubbish(route, testCase, status)) {
        failures.push(`${status} ${route.method} ${route.path} ${testCase.name}`);
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, send));
  for (const [name, client] of Object.entries(clients)) {
    client.close();
    console.log(
      `JSON cases, ${name} listener: ${[...client.answers]
        .sort()
        .map(([status, count]) => `${status}: ${count}`)
        .join(', ')}`
    );
  }
  failures.slice(0, 10).forEach((failure) => console.log(failure));
  console.log(`JSON cases: ${cases.length} bodies, ${total} requests, ${failures.length} failures`);
  return failures;
}

const takesRubbish = (route: JsonRoute, { verdict }: JsonCase, status: string): boolean =>
  verdict === 'n' && status.startsWith('2') && route.listener === 'ingest';

function jsonRoutes(target: BenchTarget): JsonRoute[] {
  const json = { 'content-type': 'application/json' };
  const ingest = (path: string, headers: Record<string, string> = json): JsonRoute => ({
    listener: 'ingest',
    method: 'POST',
    path,
    headers,
  });
  const keyed = { ...json, 'x-api-key': target.serverKey };
  const admin = Object.values(routes)
    .filter(({ method }) => method !== 'GET')
    .flatMap(({ method, path }) =>
      [{}, { authorization: `Bearer ${target.admin.token}` }].map((authorization): JsonRoute => ({
        listener: 'admin',
        method,
        path: apiPrefix + path.replace(/\{\w+\}/g, nobody),
        headers: { ...json, ...authorization },
      }))
    );
  return [
    ingest(`/collect/${target.browserKey}`),
    ingest('/collect', { 'content-type': 'text/plain;charset=UTF-8', 'x-api-key': target.browserKey }),
    ingest(`/api/v1/events/${target.serverKey}`),
    ingest('/v1/logs', keyed),
    ingest('/v1/traces', keyed),
    ingest('/v1/metrics', keyed),
    ingest(`/reports/${target.browserKey}`, { 'content-type': 'application/reports+json' }),
    ingest(`/api/${target.number}/envelope/?sentry_key=${target.browserKey}`, {
      'content-type': 'text/plain;charset=UTF-8',
    }),
    ...admin,
  ];
}
