import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { KeyedApp } from '../../../domain/ingest/KeyedApp';
import type { Admission } from './Admission';
import { rememberApp } from './admittedApp';
import { clientAddress } from './clientAddress';
import type { InFlight } from './InFlight';
import { rememberVisit, visitOf } from './visits';

/** Where a protocol carries its key; `later` when only the body can say. */
export type KeySource = (request: FastifyRequest) => { key: string | undefined } | 'later';

/** Judges every request of these routes before its body is read. */
export function admitRequests(
  app: FastifyInstance,
  admission: Admission,
  inFlight: InFlight,
  keySource: KeySource = usualKey
): void {
  app.addHook('onRequest', async (request, reply) => {
    const visit = inFlight.enter();
    // `close` also comes when the client is gone, which `onResponse` would miss.
    reply.raw.once('close', visit.leave);
    rememberVisit(request, visit);
    const source = keySource(request);
    if (source !== 'later') {
      rememberApp(request, await admit(admission, request, source.key));
    }
  });
}

/** The app that a request may write for by this key. Throws as Admission does, and 503 where it has its share inside. */
export async function admit(admission: Admission, request: FastifyRequest, key: string | undefined): Promise<KeyedApp> {
  const { origin } = request.headers;
  const app = await admission.admit({ key, origin, address: clientAddress(request.ip) });
  visitOf(request)?.belongTo(app.appId);
  return app;
}

/** The app key: from the path, else from the header. */
function usualKey(request: FastifyRequest): { key: string | undefined } {
  const { appKey } = request.params as { appKey?: string };
  const header = request.headers['x-api-key'];
  return { key: appKey ?? (typeof header === 'string' ? header : undefined) };
}
