import type { FastifyInstance } from 'fastify';
import { HttpProblem } from '../../errors/HttpProblem';

/** `GET /healthz`: the process answers. `GET /readyz`: the database does, too. */
export function addHealthRoutes(app: FastifyInstance, ready: () => boolean | Promise<boolean>): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async () => {
    const isReady = await Promise.resolve()
      .then(ready)
      .catch(() => false);
    if (!isReady) {
      throw new HttpProblem(503, 'unavailable', 'The database is away', { 'retry-after': '5' });
    }
    return { status: 'ready' };
  });
}
