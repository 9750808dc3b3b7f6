import type { FastifyInstance } from 'fastify';
import { HttpProblem } from '../../errors/HttpProblem';

/**
 * Once the listener closes, what is under way is answered as usual; what still comes on open connections is sent away
 * with `Retry-After`, and the connection with it. Needs `return503OnClosing: false`, whose answer names no time.
 */
export function refuseWhileClosing(app: FastifyInstance): void {
  let closing = false;
  app.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  app.addHook('onRequest', (_request, _reply, done) => {
    done(closing ? new HttpProblem(503, 'unavailable', 'The server is stopping', stopping) : undefined);
  });
}

const stopping = { 'retry-after': '5', connection: 'close' };
