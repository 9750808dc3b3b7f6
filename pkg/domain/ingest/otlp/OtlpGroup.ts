import { isJsonObject, textAt, type JsonObject } from '../JsonObject';
import { flattenAttributes } from './flattenAttributes';
import type { OtlpSignal } from './OtlpSignal';

/** The items of one instrumentation of one resource. */
export interface OtlpGroup {
  /** Number of the resource in the request. */
  resourceNumber: number;
  /** Flat, not clean. */
  resource: JsonObject;
  scopeName: string | undefined;
  items: readonly unknown[];
}

const names: Readonly<Record<OtlpSignal, { resources: string; scopes: readonly string[]; items: string }>> = {
  logs: { resources: 'resourceLogs', scopes: ['scopeLogs'], items: 'logRecords' },
  traces: { resources: 'resourceSpans', scopes: ['scopeSpans', 'instrumentationLibrarySpans'], items: 'spans' },
  metrics: { resources: 'resourceMetrics', scopes: ['scopeMetrics'], items: 'metrics' },
};

/** Whether a body is a request for this signal: an empty one is. */
export function looksLikeOtlp(signal: OtlpSignal, body: JsonObject): boolean {
  const list = body[names[signal].resources];
  return Array.isArray(list) || (list === undefined && Object.keys(body).length === 0);
}

/** Every group of items of a request, in order. */
export function otlpGroups(signal: OtlpSignal, body: JsonObject): OtlpGroup[] {
  const { resources, scopes, items } = names[signal];
  return objectsOf(body[resources]).flatMap((holder, resourceNumber) => {
    const resource = flattenAttributes(isJsonObject(holder.resource) ? holder.resource.attributes : undefined);
    return scopes.flatMap((key) =>
      objectsOf(holder[key]).map((group) => {
        const scope = group.scope ?? group.instrumentationLibrary;
        return {
          resourceNumber,
          resource,
          scopeName: isJsonObject(scope) ? textAt(scope, 'name') : undefined,
          items: Array.isArray(group[items]) ? (group[items] as unknown[]) : [],
        };
      })
    );
  });
}

function objectsOf(list: unknown): JsonObject[] {
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}
