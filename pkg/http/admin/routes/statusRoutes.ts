import type { FastifyInstance } from 'fastify';
import type { AdminDependencies } from '../AdminDependencies';
import { route } from '../route';

/** How the server is; `/healthz` says only that it answers. */
export function statusRoutes(app: FastifyInstance, { status }: AdminDependencies): void {
  route(app, 'getStatus', ({ who }) => status(who));
  app.get('/healthz', { config: { access: 'everybody' } }, async () => ({ status: 'ok' }));
}
