import { Registry } from 'prom-client';
import type { KeyedApp } from '../../../domain/ingest/KeyedApp';
import type { RefusedRow, RowWriter } from '../../../domain/ingest/RowWriter';
import type { RowSet } from '../../../domain/ingest/rows';
import { silentLogger } from '../../../lib/Logger';
import { createIngestApp } from '../createIngestApp';
import type { IngestDependencies } from '../IngestDependencies';

/** The time at which tests receive everything. */
export const testNow = Date.parse('2026-11-23T09:00:00.000Z');
export const browserKey = 'b'.repeat(32);
export const serverKey = '5'.repeat(32);

/** An app that takes everything from everywhere, unless told otherwise. */
export function testApp(change: Partial<KeyedApp> = {}): KeyedApp {
  return {
    key: browserKey,
    keyScope: 'browser',
    appId: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
    orgId: 7,
    number: 42,
    name: 'shop',
    allowedOrigins: ['https://shop.example'],
    consentMode: 'off',
    withoutConsent: 'anonymous',
    trustClientCritical: false,
    rateLimit: null,
    ...change,
  };
}

/** A writer that has room for everything and keeps nothing. */
export const idleWriter: RowWriter = {
  checkRoom: () => undefined,
  write: async () => [],
  drain: async () => undefined,
};

/** An ingest app over a store in memory: what was written is in `written`. */
export function fakeStore(change: Partial<KeyedApp> = {}, deps: Partial<IngestDependencies> = {}) {
  const written: RowSet[] = [];
  const refused: RefusedRow[] = [];
  const state = { now: testNow };
  const apps = new Map([
    [browserKey, testApp(change)],
    [serverKey, testApp({ ...change, key: serverKey, keyScope: 'server' })],
  ]);
  const registry = new Registry();
  const app = createIngestApp({
    keys: { find: async (key) => apps.get(key) },
    writer: {
      ...idleWriter,
      write: async (rows) => {
        written.push(rows);
        return refused;
      },
    },
    externalAlerts: { find: async () => undefined, receive: async () => ({ opened: 0, resolved: 0 }) },
    identity: { organisationKey: async () => Buffer.alloc(32, 1), dailySalt: async () => Buffer.alloc(16, 2) },
    sessions: { resolve: ({ visitorId }, times) => times.map(() => `session of ${visitorId}`) },
    paths: { resolve: (_app, path) => path },
    heartbeats: { take: async () => false },
    publicStatus: { read: async () => undefined },
    clock: { now: () => state.now, sleep: async () => undefined },
    logger: silentLogger,
    config: { trustedProxies: [] },
    registry,
    ready: () => true,
    ...deps,
  });
  return { app, written, refused, state, registry };
}
