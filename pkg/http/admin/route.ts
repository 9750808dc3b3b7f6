import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Static, TSchema } from 'typebox';
import { apiPrefix, type RouteName, routes } from '../../../src/contract/routes';
import { type RouteSchema, routeSchemas, type RouteSchemas } from '../../../src/contract/routeSchemas';
import type { Identity } from '../../domain/access/Identity';
import { HttpProblem } from '../errors/HttpProblem';

type Part<N extends RouteName, K extends string> =
  RouteSchemas[N] extends Readonly<Record<K, infer S>> ? (S extends TSchema ? Static<S> : undefined) : undefined;

/** A call that was let in: who calls, and what they sent, checked against the route's schemas. */
export interface Call<N extends RouteName> {
  who: Identity;
  params: Part<N, 'params'>;
  query: Part<N, 'querystring'>;
  body: Part<N, 'body'>;
  /** The media type the caller would like. */
  accept: string | undefined;
  /** Aborted when the caller hangs up before the answer. */
  signal: AbortSignal;
}

/** An answer that a handler has written itself. */
export class WrittenAnswer {
  readonly contentType: string;
  readonly text: string;

  constructor(contentType: string, text: string) {
    this.contentType = contentType;
    this.text = text;
  }
}

/** What a handler gives back: the route's answer; undefined where there is no such thing, which becomes 404. */
type Answer<N extends RouteName> = Part<N, 'response'> | WrittenAnswer | undefined;

/**
 * Registers a route of the table under its own method, path, role and schemas: a handler cannot exist without a
 * declaration, nor differ from it.
 */
export function route<N extends RouteName>(
  app: FastifyInstance,
  name: N,
  handle: (call: Call<N>) => Promise<Answer<N>>
): void {
  const { method, path, role } = routes[name];
  const { params, querystring, body, response, status }: RouteSchema = routeSchemas[name];
  app.route<{ Params: Call<N>['params']; Querystring: Call<N>['query']; Body: Call<N>['body'] }>({
    method,
    url: apiPrefix + path.replace(/\{(\w+)\}/g, ':$1'),
    config: { access: role },
    schema: {
      ...(params && { params }),
      ...(querystring && { querystring }),
      ...(body && { body }),
      ...(status === 204 ? {} : { response: { [status]: response } }),
    },
    handler: async (request, reply) => {
      if (request.identity === null) {
        throw new HttpProblem(403, 'forbidden', 'Nobody was named');
      }
      const answer = await handle({
        who: request.identity,
        // Fastify has checked these against the very schemas their types are made of.
        params: request.params as Call<N>['params'],
        query: request.query as Call<N>['query'],
        body: request.body as Call<N>['body'],
        accept: request.headers.accept,
        signal: hangUpSignal(reply),
      });
      if (answer === undefined) {
        throw new HttpProblem(404, 'not_found', 'There is no such thing in this organisation');
      }
      if (answer instanceof WrittenAnswer) {
        return reply
          .code(status)
          .type(answer.contentType)
          .serializer((text) => String(text))
          .send(answer.text);
      }
      return reply.code(status).send(status === 204 ? undefined : answer);
    },
  });
}

function hangUpSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) {
      controller.abort();
    }
  });
  return controller.signal;
}
