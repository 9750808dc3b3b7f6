import type { FastifyInstance } from 'fastify';
import { errorGroupStatuses, type ErrorGroupStatus } from '../../../../src/contract/errorGroupStates';
import type { Clock } from '../../../lib/Clock';
import { HttpProblem } from '../../errors/HttpProblem';
import type { AdminDependencies } from '../AdminDependencies';
import { decideErrorGroups } from '../decideErrorGroups';
import { pageRequest } from '../pageRequest';
import { route } from '../route';

/** Error groups: what is broken, and what was decided about it. */
export function errorGroupRoutes(app: FastifyInstance, { errorGroups, clock, logger }: AdminDependencies): void {
  route(app, 'listErrorGroups', ({ who, query }) =>
    errorGroups.list(who, {
      app: query.app,
      statuses: readStatuses(query.status),
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

function checkUntil(until: string | undefined, clock: Clock): void {
  if (until !== undefined && !(Date.parse(until) > clock.now())) {
    throw new HttpProblem(400, 'bad_request', '"until" must be an instant that is still to come');
  }
}

/** `unresolved,regressed` as a list; empty: any. */
function readStatuses(text = ''): ErrorGroupStatus[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .map((word) => {
      const status = errorGroupStatuses.find((each) => each === word);
      if (status === undefined) {
        throw new HttpProblem(400, 'bad_request', `"status" must be of ${errorGroupStatuses.join(', ')}`);
      }
      return status;
    });
}
