import type { FastifyInstance } from 'fastify';
import type { AdminDependencies } from '../AdminDependencies';

/**
 * The server's own metrics as Prometheus text. They are of the server, not of an organisation, so any token but an
 * upload token may read them, a bare `remote` one too.
 */
export function metricsRoutes(app: FastifyInstance, { registry }: AdminDependencies): void {
  app.get('/metrics', { config: { access: 'anyToken' } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics())
  );
}
