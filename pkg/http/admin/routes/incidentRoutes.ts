import type { FastifyInstance } from 'fastify';
import type { AdminDependencies } from '../AdminDependencies';
import { pageRequest } from '../pageRequest';
import { route } from '../route';

/** Runs of results that were not healthy, and what people say of them. */
export function incidentRoutes(app: FastifyInstance, { incidents }: AdminDependencies): void {
  route(app, 'listIncidents', ({ who, query }) =>
    incidents.list(who, {
      service: query.service,
      checkId: query.check,
      open: query.open,
      from: query.from === undefined ? undefined : Date.parse(query.from),
      to: query.to === undefined ? undefined : Date.parse(query.to),
      ...pageRequest(query),
    })
  );
  route(app, 'getIncident', ({ who, params }) => incidents.get(who, params.id));
  route(app, 'commentOnIncident', ({ who, params, body }) => incidents.comment(who, params.id, body.comment));
  route(app, 'updateIncident', ({ who, params, body }) => incidents.update(who, params.id, body));
}
