import type { DataQuery } from '../generated/backend';

/** How many queries one request to the server may hold (`QueryRequest` in the contract). */
const mostQueries = 50;

/** One request to `POST /api/v1/query`, and which queries it answers. */
export interface QueryBody {
  refIds: string[];
  body: { from: string; to: string; queries: Array<Record<string, unknown>> };
}

export interface QueryBodies {
  bodies: QueryBody[];
  /** Queries that cannot be sent, by their refId, with the reason. */
  unreadable: Map<string, string>;
}

/**
 * Puts the queries of one call into as few requests as their time ranges allow: alert rules and expressions give each
 * query its own range. Interval and number of points go with each query.
 */
export function queryBodies(queries: readonly DataQuery[]): QueryBodies {
  const unreadable = new Map<string, string>();
  const bodies: QueryBody[] = [];
  const open = new Map<string, QueryBody>();
  for (const query of queries) {
    const { refId, timeRange } = query;
    const parsed = objectOf(query.json);
    const from = isoTime(timeRange?.fromEpochMs);
    const to = isoTime(timeRange?.toEpochMs);
    if (!parsed) {
      unreadable.set(refId, 'The query is not a JSON object; open it in the query editor and save it again.');
      continue;
    }
    if (from === undefined || to === undefined) {
      unreadable.set(refId, 'The query has no time range.');
      continue;
    }
    const key = `${from} ${to}`;
    let group = open.get(key);
    if (!group || group.refIds.length >= mostQueries || group.refIds.includes(refId)) {
      group = { refIds: [], body: { from, to, queries: [] } };
      open.set(key, group);
      bodies.push(group);
    }
    group.refIds.push(refId);
    const { intervalMs, maxDataPoints, ...own } = parsed;
    group.body.queries.push({ ...own, refId, ...limits({ intervalMs, maxDataPoints }), ...limits(query) });
  }
  return { bodies, unreadable };
}

/** Grafana says 0 where there is nothing to space, also in the JSON of a variable's query; the contract knows no 0. */
function limits({
  intervalMs,
  maxDataPoints,
}: {
  intervalMs: unknown;
  maxDataPoints: unknown;
}): Record<string, number> {
  return { ...(isPositive(intervalMs) && { intervalMs }), ...(isPositive(maxDataPoints) && { maxDataPoints }) };
}

function isPositive(value: unknown): value is number {
  return typeof value === 'number' && value > 0;
}

function isoTime(ms: number | undefined): string | undefined {
  const date = new Date(ms ?? NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function objectOf(json: Buffer): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(json.toString());
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : undefined;
  } catch {
    return undefined;
  }
}
