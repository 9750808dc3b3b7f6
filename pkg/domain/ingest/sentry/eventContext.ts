import { addAttribute, isJsonObject, objectAt, textAt, type JsonObject } from '../JsonObject';

const mostBreadcrumbs = 50;
const largest = 48_000;
const ownNames = ['level', 'logger', 'transaction', 'platform', 'dist', 'server_name', 'event_id'] as const;

/**
 * What is kept of an event beside its columns: names, tags, contexts, extra, breadcrumbs. The largest parts go first
 * where it is too much to be stored, because the error itself must not be lost to them.
 */
export function eventContext(event: JsonObject): JsonObject {
  const context: JsonObject = {};
  const contexts = { ...objectAt(event, 'contexts') };
  const trace = objectAt(contexts, 'trace');
  addAttribute(context, 'trace_id', textAt(trace, 'trace_id'));
  addAttribute(context, 'span_id', textAt(trace, 'span_id'));
  contexts.trace = undefined;
  for (const name of ownNames) {
    addAttribute(context, name, textAt(event, name));
  }
  addAttribute(context, 'tags', tagsOf(event.tags));
  const parts: JsonObject = {
    contexts: withoutEmpty(contexts),
    extra: withoutEmpty(objectAt(event, 'extra')),
    breadcrumbs: breadcrumbsOf(event.breadcrumbs),
  };
  for (const name of ['contexts', 'extra', 'breadcrumbs']) {
    if (parts[name] === undefined) {
      continue;
    }
    context[name] = parts[name];
    if (sizeOf(context) > largest) {
      context[name] = undefined;
      context.truncated = true;
    }
  }
  return context;
}

/** Tags are an object, or from some SDKs a list of pairs. */
function tagsOf(tags: unknown): JsonObject | undefined {
  if (!Array.isArray(tags)) {
    return isJsonObject(tags) ? withoutEmpty(tags) : undefined;
  }
  const named: JsonObject = {};
  for (const pair of tags.slice(0, 200) as unknown[]) {
    if (Array.isArray(pair) && typeof pair[0] === 'string' && pair[0] !== '__proto__') {
      named[pair[0]] = pair[1] as unknown;
    }
  }
  return withoutEmpty(named);
}

/** The last of what happened before. */
function breadcrumbsOf(value: unknown): unknown[] | undefined {
  const list: unknown = isJsonObject(value) ? value.values : value;
  return Array.isArray(list) && list.length > 0 ? (list.slice(-mostBreadcrumbs) as unknown[]) : undefined;
}

function withoutEmpty(part: JsonObject): JsonObject | undefined {
  return Object.values(part).some((value) => value !== undefined) ? part : undefined;
}

/** Characters of a value as JSON; infinite for what is nested too deeply to be written. */
function sizeOf(value: JsonObject): number {
  try {
    return JSON.stringify(value).length;
  } catch {
    return Infinity;
  }
}
