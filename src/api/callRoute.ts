import { getBackendSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import type { Static, TSchema } from 'typebox';
import { routes, type RouteName } from '../contract/routes';
import type { RouteSchemas } from '../contract/routeSchemas';
import { routePath, type PathParams, type QueryValues } from './routePath';
import { toApiError } from './toApiError';

type Part<N extends RouteName, K extends string> =
  RouteSchemas[N] extends Record<K, infer S extends TSchema> ? Static<S> : undefined;

/** What a route answers. */
export type RouteAnswer<N extends RouteName> = Static<RouteSchemas[N]['response']>;

type Given<K extends string, V> = V extends undefined ? { [P in K]?: undefined } : { [P in K]: V };

/** What a route takes: path parameters, query string and body, each only where its schema has one. */
export type RouteInput<N extends RouteName> = Given<'params', Part<N, 'params'>> &
  Given<'body', Part<N, 'body'>> & { query?: Part<N, 'querystring'> };

export interface CallOptions {
  /** Calls of one name replace each other: an older one that is not answered yet is called off and rejects. */
  replaces?: string;
}

/**
 * Calls a management route through the datasource's resources, as the person who is logged in to Grafana.
 * Rejects with an `ApiError` whose message can be shown.
 */
export async function callRoute<N extends RouteName>(
  datasourceUid: string,
  name: N,
  input: RouteInput<N>,
  { replaces }: CallOptions = {}
): Promise<RouteAnswer<N>> {
  const { params, query, body }: { params?: unknown; query?: unknown; body?: unknown } = input;
  // The schemas type these three; their values are flat strings and numbers.
  const path = routePath(name, params as PathParams | undefined, query as QueryValues | undefined);
  try {
    const answer = await lastValueFrom(
      getBackendSrv().fetch<RouteAnswer<N>>({
        url: `/api/datasources/uid/${encodeURIComponent(datasourceUid)}/resources${path}`,
        method: routes[name].method,
        // Grafana names JSON as the type of every POST, and nothing at all is no JSON.
        data: body ?? (routes[name].method === 'POST' ? {} : undefined),
        showErrorAlert: false,
        showSuccessAlert: false,
        ...(replaces !== undefined && { requestId: replaces }),
      })
    );
    return answer.data;
  } catch (thrown) {
    throw toApiError(thrown);
  }
}
