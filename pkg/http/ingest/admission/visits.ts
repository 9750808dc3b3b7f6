import type { FastifyRequest } from 'fastify';
import type { Visit } from './InFlight';

const visits = new WeakMap<FastifyRequest, Visit>();

/** Remembers the place that a request has among those in flight. */
export function rememberVisit(request: FastifyRequest, visit: Visit): void {
  visits.set(request, visit);
}

/** The place of a request; undefined on routes that take nothing in. */
export function visitOf(request: FastifyRequest): Visit | undefined {
  return visits.get(request);
}
