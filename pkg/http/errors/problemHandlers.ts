import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import type { Logger } from '../../lib/Logger';
import { HttpProblem } from './HttpProblem';
import { problemOf } from './problemOf';
import { problemBody, sendProblem } from './sendProblem';

const notHttp = { code: 'bad_request', message: 'This is not a valid HTTP request' };

/** Answers by Node's code for what is wrong. */
const brokenRequests: Readonly<Record<string, [status: string, problem: { code: string; message: string }]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', notHttp],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', { code: 'timeout', message: 'The request did not arrive in time' }],
};

/** Part of a listener's Fastify options: requests too broken to be routed are answered like all others. */
export const problemOptions: Required<Pick<FastifyServerOptions, 'clientErrorHandler' | 'frameworkErrors'>> = {
  clientErrorHandler: (error, socket) => {
    // Whoever reset the connection is not there to be told.
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const [status, problem] = brokenRequests[error.code] ?? ['400 Bad Request', notHttp];
    const body = JSON.stringify(problemBody(problem));
    socket.end(
      `HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\n` +
        `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`
    );
  },
  frameworkErrors: (error, _request, reply) => {
    void sendProblem(reply, problemOf(error));
  },
};

/**
 * The one error handler of both listeners: every failure becomes a `Problem`, unexpected ones are logged with their
 * cause and answered without it.
 */
export function setProblemHandlers(app: FastifyInstance, logger: Logger): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (problem.status === 500) {
      logger.error('A request failed unexpectedly', error, { route: request.routeOptions.url, method: request.method });
    }
    return sendProblem(reply, problem);
  });
  app.setNotFoundHandler((_request, reply) =>
    sendProblem(reply, new HttpProblem(404, 'not_found', 'There is nothing at this address'))
  );
}
