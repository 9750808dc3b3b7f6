import type { FastifyInstance } from 'fastify';
import type { AlertInstanceDetail } from '../../../../src/contract/resources/alertInstances';
import { severities } from '../../../../src/contract/severities';
import type { AdminDependencies } from '../AdminDependencies';
import { actOnAlerts } from '../actOnAlerts';
import { checkUntil } from '../checkUntil';
import { instanceFilters } from '../instanceFilters';
import { pageRequest } from '../pageRequest';
import { readChoices } from '../readChoices';
import { route } from '../route';

const statuses: ReadonlyArray<AlertInstanceDetail['status']> = ['active', 'acknowledged', 'resolved'];

/** Alert instances and what people do about them. */
export function alertInstanceRoutes(app: FastifyInstance, { alertInstances, clock, logger }: AdminDependencies): void {
  route(app, 'listAlertInstances', async ({ who, query }) =>
    alertInstances.list(who, {
      statuses: readChoices('status', query.status, statuses),
      severities: readChoices('severity', query.severity, severities),
      ...instanceFilters(query),
      ...pageRequest(query),
    })
  );
  route(app, 'countAlertInstances', async ({ who, query }) => alertInstances.count(who, instanceFilters(query)));
  route(app, 'listAssignees', async ({ who }) => ({ items: await alertInstances.assignees(who) }));
  route(app, 'actOnAlerts', async ({ who, body }) => {
    checkUntil(body.until, clock);
    return { items: await actOnAlerts(alertInstances, who, body, logger) };
  });
  route(app, 'getAlertInstance', ({ who, params }) => alertInstances.get(who, params.id));
  route(app, 'listAlertHistory', async ({ who, params }) => {
    const items = await alertInstances.history(who, params.id);
    return items && { items, next_cursor: null };
  });
  route(app, 'acknowledgeAlert', async ({ who, params, body }) => {
    checkUntil(body?.until, clock);
    return alertInstances.acknowledge(who, params.id, body ?? {});
  });
  route(app, 'unacknowledgeAlert', ({ who, params, body }) => alertInstances.unacknowledge(who, params.id, body ?? {}));
  route(app, 'assignAlert', ({ who, params, body }) => alertInstances.assign(who, params.id, body));
  route(app, 'resolveAlert', ({ who, params, body }) => alertInstances.resolve(who, params.id, body ?? {}));
  route(app, 'commentOnAlert', ({ who, params, body }) => alertInstances.comment(who, params.id, body));
}
