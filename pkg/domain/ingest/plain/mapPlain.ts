import { Batch } from '../Batch';
import { ItemClock } from '../ItemClock';
import { createItemIds } from '../itemIds';
import { isJsonObject, textAt, type JsonObject } from '../JsonObject';
import type { MappingTools } from '../MappingTools';
import { parseTime } from '../parseTime';
import type { Reception } from '../Reception';
import type { Secrets } from '../Secrets';
import { mapItem } from './mapItem';
import type { PlainRequest } from './PlainRequest';

/** The most items that one plain batch may hold. */
export const mostPlainItems = 1000;

/**
 * Rows of a plain batch `{"items":[…],"sent_at"?,"consent"?}`. Takes the body over: it is cleaned in place. Page paths
 * are not yet looked up in the app's registry.
 */
export function mapPlain(
  tools: MappingTools,
  body: JsonObject,
  items: readonly unknown[],
  reception: Reception,
  secrets: Secrets
): Batch {
  const itemId = createItemIds(reception.app.appId, reception.body);
  const newest = newestTime(items);
  const sentAt = parseTime(body.sent_at);
  const timesSuffice = newest !== undefined && newest <= reception.receivedAt && sentAt === undefined;
  const now = timesSuffice ? reception.receivedAt : tools.arrivals.of(itemId(0), reception.receivedAt);
  const { judgement } = tools;
  const { appId } = reception.app;
  const request: PlainRequest = {
    batch: new Batch(),
    clock: new ItemClock(now, newest, sentAt),
    tools,
    reception,
    secrets,
    treatments: judgement.consent(reception.app, {
      header: reception.consent,
      session: textAt(body, 'consent'),
      doNotTrack: reception.doNotTrack,
      globalPrivacyControl: reception.globalPrivacyControl,
    }),
    scrubber: judgement.scrubberFor('', '', []),
    itemId,
    pages: new Map(),
    people: new Map(),
    visitors: new Map(),
    written: new Set(),
    // Behind a service's key stands one machine, not a visitor.
    dailyVisitor:
      reception.app.keyScope === 'server'
        ? null
        : judgement.dailyVisitor(secrets.dailySalt, appId, reception.address, reception.userAgent ?? ''),
  };
  items.forEach((item, index) => {
    const problem = isJsonObject(item) ? mapItem(request, item, index) : 'must be an object';
    if (problem !== undefined) {
      request.batch.reject(
        isJsonObject(item) && typeof item.type === 'string' ? kindOf(item.type) : 'item',
        index,
        problem
      );
    }
  });
  return request.batch;
}

const kinds = new Set(['event', 'metric', 'performance', 'error', 'health']);

/** Kinds are labels of counters: a sender's own word must not become one. */
function kindOf(type: string): string {
  return kinds.has(type) ? type : 'item';
}

function newestTime(items: readonly unknown[]): number | undefined {
  let newest: number | undefined;
  for (const item of items) {
    const time = isJsonObject(item) ? parseTime(item.timestamp ?? item.checked_at) : undefined;
    newest = time !== undefined && (newest === undefined || time > newest) ? time : newest;
  }
  return newest;
}
