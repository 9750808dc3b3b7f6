import type { FastifyInstance } from 'fastify';
import { errorGroupStatuses } from '../../../../src/contract/errorGroupStates';
import type { AdminDependencies } from '../AdminDependencies';
import { checkUntil } from '../checkUntil';
import { decideErrorGroups } from '../decideErrorGroups';
import { pageRequest } from '../pageRequest';
import { readChoices } from '../readChoices';
import { route } from '../route';

/** Error groups: what is broken, and what was decided about it. */
export function errorGroupRoutes(app: FastifyInstance, { errorGroups, clock, logger }: AdminDependencies): void {
  route(app, 'listErrorGroups', ({ who, query }) =>
    errorGroups.list(who, {
      app: query.app,
      statuses: readChoices('status', query.status, errorGroupStatuses),
      severity: query.severity,
      search: query.query,
      order: query.sort ?? 'last_seen',
      ...pageRequest(query),
    })
  );
  route(app, 'getErrorGroup', ({ who, params }) => errorGroups.get(who, params.id));
  route(app, 'listErrorGroupEvents', ({ who, params, query }) =>
    errorGroups.events(who, params.id, pageRequest(query))
  );
  route(app, 'listErrorBreadcrumbs', ({ who, params, query }) =>
    errorGroups.breadcrumbs(who, params.id, { eventId: params.eventId, at: Date.parse(query.at) })
  );
  route(app, 'resolveErrorGroup', ({ who, params, body }) => errorGroups.resolve(who, params.id, body ?? {}));
  route(app, 'ignoreErrorGroup', ({ who, params, body = {} }) => {
    checkUntil(body.until, clock);
    return errorGroups.ignore(who, params.id, body);
  });
  route(app, 'reopenErrorGroup', ({ who, params, body }) => errorGroups.reopen(who, params.id, body ?? {}));
  route(app, 'decideErrorGroups', async ({ who, body }) => {
    checkUntil(body.until, clock);
    return { items: await decideErrorGroups(errorGroups, who, body, logger) };
  });
}
