import type { FastifyInstance } from 'fastify';

const exposed = 'Retry-After, X-Sentry-Rate-Limits, X-Faro-Session-Status';
const usualHeaders =
  'Content-Type, Content-Encoding, X-Api-Key, X-Faro-Session-Id, X-Seamark-Consent, Traceparent, Tracestate, Idempotency-Key';
const headerNames = /^[\w!#$%&'*+.^`|~-]+(?:\s*,\s*[\w!#$%&'*+.^`|~-]+){0,50}$/;
const preflightSeconds = '86400';

/**
 * CORS for every answer, errors too: a page may read why it was refused. A preflight says yes to any origin, because
 * it carries no key; the POST is judged by the app's origins.
 */
export function setCorsHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    reply.header('access-control-allow-origin', origin ?? '*');
    if (origin !== undefined) {
      // The only cookie we know is a refusal: whoever sends it along may do so.
      reply.header('access-control-allow-credentials', 'true');
    }
    reply.header('access-control-expose-headers', exposed);
    reply.header('vary', 'Origin');
    done();
  });
  app.options('*', async (request, reply) => {
    const asked = request.headers['access-control-request-headers'];
    reply.header('access-control-allow-methods', 'POST');
    reply.header('access-control-allow-headers', asked !== undefined && headerNames.test(asked) ? asked : usualHeaders);
    reply.header('access-control-max-age', preflightSeconds);
    return reply.code(204).send();
  });
}
