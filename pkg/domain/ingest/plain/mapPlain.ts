import type { Batch } from '../Batch';
import { isJsonObject, textAt, type JsonObject } from '../JsonObject';
import { laterOf } from '../newestOf';
import type { MappingTools } from '../MappingTools';
import { agentInfo, type DevicePair } from '../page/DeviceReader';
import { openRequest } from '../openRequest';
import { parseTime } from '../parseTime';
import type { Reception } from '../Reception';
import type { Person } from '../rows';
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
  const { app, address, userAgent } = reception;
  const opened = openRequest(tools, reception, secrets, {
    newest: (last) => newestTime(items, last),
    sentAt: parseTime(body.sent_at),
    consent: textAt(body, 'consent'),
  });
  const request: PlainRequest = Object.assign(opened, {
    scrubber: tools.judgement.scrubberFor('', '', []),
    pages: new Map(),
    people: new Map(),
    visitors: new Map(),
    written: new Set<Person>(),
    // Behind a service's key stands one machine, not a visitor.
    dailyVisitor:
      app.keyScope === 'server'
        ? null
        : tools.judgement.dailyVisitor(secrets.dailySalt, app.appId, address, userAgent ?? ''),
    devices: devicesOf(tools, reception),
  });
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

/** Of a browser's own batch; programs that send for somebody, and bots, say nothing of a visitor's device. */
function devicesOf({ devices }: MappingTools, { app, userAgent, clientHints }: Reception): DevicePair {
  const agent = devices.userAgent(userAgent, clientHints);
  const isBrowser = app.keyScope === 'browser' && agent.browser !== undefined && !agent.isBot;
  return isBrowser ? devices.pair(`agent ${agent.key}`, () => agentInfo(agent)) : { device: null, plainDevice: null };
}

const kinds = new Set(['event', 'metric', 'performance', 'error', 'health']);

/** Kinds are labels of counters: a sender's own word must not become one. */
function kindOf(type: string): string {
  return kinds.has(type) ? type : 'item';
}

function newestTime(items: readonly unknown[], last: number): number | undefined {
  let newest: number | undefined;
  for (const item of items) {
    newest = laterOf(newest, isJsonObject(item) ? parseTime(item.timestamp ?? item.checked_at) : undefined, last);
  }
  return newest;
}
