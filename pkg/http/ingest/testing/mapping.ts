import type { Batch } from '../../../domain/ingest/Batch';
import { mapFaro } from '../../../domain/ingest/faro/mapFaro';
import { FirstArrivals } from '../../../domain/ingest/FirstArrivals';
import type { JsonObject } from '../../../domain/ingest/JsonObject';
import type { MappingTools } from '../../../domain/ingest/MappingTools';
import { DeviceReader } from '../../../domain/ingest/page/DeviceReader';
import { mapPlain } from '../../../domain/ingest/plain/mapPlain';
import type { Reception } from '../../../domain/ingest/Reception';
import { judgement } from '../judgement';
import { testApp, testNow } from './fakeStore';

/** A payload of any shape: what a hostile client may send. */
export type Payload = JsonObject;

const secrets = { organisationKey: Buffer.alloc(32, 1), dailySalt: Buffer.alloc(16, 2) };

/** Tools as the listener has them, with memories of their own. */
export const mappingTools = (): MappingTools => ({
  judgement,
  devices: new DeviceReader(),
  arrivals: new FirstArrivals(),
  countryOf: () => undefined,
});

/** How a body arrives, unless told otherwise: from a browser, for an app that takes everything. */
export function received(body: string, change: Partial<Reception> = {}): Reception {
  return {
    app: testApp(),
    receivedAt: testNow,
    body,
    address: '203.0.113.9',
    userAgent: undefined,
    clientHints: undefined,
    sessionId: undefined,
    consent: undefined,
    doNotTrack: false,
    globalPrivacyControl: false,
    ...change,
  };
}

/** Maps a Faro payload with the product's own privacy and error rules. */
export function mapPayload(payload: unknown, change: Partial<Reception> = {}, tools = mappingTools()): Batch {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return mapFaro(tools, JSON.parse(body) as Payload, received(body, change), secrets);
}

/** Maps the items of a plain batch in the same way. */
export function mapItems(items: readonly unknown[], change: Partial<Reception> = {}, rest: Payload = {}): Batch {
  const body = JSON.stringify({ ...rest, items });
  const parsed = JSON.parse(body) as Payload & { items: unknown[] };
  return mapPlain(mappingTools(), parsed, parsed.items, received(body, change), secrets);
}
