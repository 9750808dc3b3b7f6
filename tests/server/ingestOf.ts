import type { FastifyInstance } from 'fastify';
import { Registry } from 'prom-client';
import { createIngestApp } from '../../pkg/http/ingest/createIngestApp';
import type { IngestDependencies } from '../../pkg/http/ingest/IngestDependencies';
import { systemClock } from '../../pkg/lib/Clock';
import { silentLogger } from '../../pkg/lib/Logger';
import type { Store } from '../../pkg/store/openStore';

/** The ingest listener of a process over a store; close it before the store. */
export function ingestOf(store: Store, more: Partial<IngestDependencies> = {}): FastifyInstance {
  return createIngestApp({
    keys: store.keys,
    writer: store.writer,
    externalAlerts: store.externalAlerts,
    heartbeats: store.heartbeats,
    publicStatus: store.publicStatus,
    identity: store.identityKeys,
    sessions: store.sessions,
    paths: store.paths,
    ready: () => true,
    config: { trustedProxies: [] },
    registry: new Registry(),
    clock: systemClock,
    logger: silentLogger,
    ...more,
  });
}
