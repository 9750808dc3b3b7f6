import type { FastifyReply } from 'fastify';
import type { Problem } from '../../../src/contract/problem';
import type { HttpProblem } from './HttpProblem';

/** The one shape in which every listener reports an error. */
export function problemBody({ code, message }: Pick<HttpProblem, 'code' | 'message'>): Problem {
  return { error: { code, message } };
}

/** Answers with a problem; the text is made here, so that no route's own answer schema is applied to it. */
export function sendProblem(reply: FastifyReply, problem: HttpProblem): FastifyReply {
  return reply
    .code(problem.status)
    .headers({ 'cache-control': 'no-store', ...problem.headers })
    .type('application/json; charset=utf-8')
    .serializer((body) => (typeof body === 'string' ? body : JSON.stringify(body)))
    .send(JSON.stringify(problemBody(problem)));
}
