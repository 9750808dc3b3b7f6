import type { FastifyInstance } from 'fastify';
import { muteStatuses } from '../../../../src/contract/alerting/muteStates';
import type { AdminDependencies } from '../AdminDependencies';
import { pageRequest } from '../pageRequest';
import { readChoices } from '../readChoices';
import { route } from '../route';

/** What keeps notifications back: silences of people, and announced maintenance. */
export function muteRoutes(app: FastifyInstance, { silences, maintenanceWindows }: AdminDependencies): void {
  const selection = (query: { status?: string; limit?: number; cursor?: string }) => ({
    statuses: readChoices('status', query.status, muteStatuses),
    ...pageRequest(query),
  });

  route(app, 'listSilences', async ({ who, query }) => silences.list(who, selection(query)));
  route(app, 'getSilence', ({ who, params }) => silences.get(who, params.id));
  route(app, 'createSilence', ({ who, body }) => silences.create(who, body));
  route(app, 'updateSilence', ({ who, params, body }) => silences.update(who, params.id, body));
  route(app, 'deleteSilence', async ({ who, params }) => ((await silences.delete(who, params.id)) ? null : undefined));

  route(app, 'listMaintenanceWindows', async ({ who, query }) => maintenanceWindows.list(who, selection(query)));
  route(app, 'getMaintenanceWindow', ({ who, params }) => maintenanceWindows.get(who, params.id));
  route(app, 'createMaintenanceWindow', ({ who, body }) => maintenanceWindows.create(who, body));
  route(app, 'updateMaintenanceWindow', ({ who, params, body }) => maintenanceWindows.update(who, params.id, body));
  route(app, 'deleteMaintenanceWindow', async ({ who, params }) =>
    (await maintenanceWindows.delete(who, params.id)) ? null : undefined
  );
}
