import { isJsonObject, type JsonObject } from '../JsonObject';

/** The spans of one instrumentation of one resource. */
export interface SpanGroup {
  resource: JsonObject;
  scope: JsonObject;
  spans: readonly unknown[];
}

/** Every group of spans in OTLP traces, in order; also under the older name `instrumentationLibrarySpans`. */
export function spanGroups(traces: unknown): SpanGroup[] {
  const groups: SpanGroup[] = [];
  for (const resourceSpan of objectsOf(isJsonObject(traces) ? traces.resourceSpans : undefined)) {
    const resource = isJsonObject(resourceSpan.resource) ? resourceSpan.resource : {};
    for (const key of ['scopeSpans', 'instrumentationLibrarySpans']) {
      for (const group of objectsOf(resourceSpan[key])) {
        const scope = group.scope ?? group.instrumentationLibrary;
        groups.push({
          resource,
          scope: isJsonObject(scope) ? scope : {},
          spans: Array.isArray(group.spans) ? group.spans : [],
        });
      }
    }
  }
  return groups;
}

function objectsOf(list: unknown): JsonObject[] {
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}
