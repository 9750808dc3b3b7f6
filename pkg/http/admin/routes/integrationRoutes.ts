import type { FastifyInstance } from 'fastify';
import type { KeptIntegration } from '../../../domain/alerting/integrations/IntegrationRepository';
import type { AdminDependencies } from '../AdminDependencies';
import { pageRequest } from '../pageRequest';
import { route } from '../route';

/** Systems that send their alerts here. */
export function integrationRoutes(app: FastifyInstance, { integrations, ingestUrl }: AdminDependencies): void {
  const answer = <I extends KeptIntegration>(integration: I) => ({
    ...integration,
    url: `${ingestUrl}/alerts/${integration.id}`,
  });

  route(app, 'listIntegrations', async ({ who, query }) => {
    const page = await integrations.list(who, pageRequest(query));
    return { ...page, items: page.items.map(answer) };
  });
  route(app, 'getIntegration', async ({ who, params }) => {
    const found = await integrations.get(who, params.id);
    return found && answer(found);
  });
  route(app, 'createIntegration', async ({ who, body }) => answer(await integrations.create(who, body)));
  route(app, 'updateIntegration', async ({ who, params, body }) => {
    const changed = await integrations.update(who, params.id, body);
    return changed && answer(changed);
  });
  route(app, 'deleteIntegration', async ({ who, params }) =>
    (await integrations.delete(who, params.id)) ? null : undefined
  );
}
