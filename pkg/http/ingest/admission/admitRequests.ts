import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Admission } from './Admission';
import { rememberApp } from './admittedApp';
import { clientAddress } from './clientAddress';
import type { InFlight } from './InFlight';

/** Judges every request of these routes before its body is read. */
export function admitRequests(app: FastifyInstance, admission: Admission, inFlight: InFlight): void {
  app.addHook('onRequest', async (request, reply) => {
    const leave = inFlight.enter(Number(request.headers['content-length']) || 0);
    // `close` also comes when the client is gone, which `onResponse` would miss.
    reply.raw.once('close', leave);
    const keyed = await admission.admit({
      key: keyOf(request),
      origin: request.headers.origin,
      address: clientAddress(request.ip),
    });
    rememberApp(request, keyed);
  });
}

/** The app key: from the path, else from the header. */
function keyOf(request: FastifyRequest): string | undefined {
  const { appKey } = request.params as { appKey?: string };
  const header = request.headers['x-api-key'];
  return appKey ?? (typeof header === 'string' ? header : undefined);
}
