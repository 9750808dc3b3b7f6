import type { FastifyInstance } from 'fastify';
import type { KeptStatusPage } from '../../../domain/health/statusPages/StatusPageRepository';
import type { AdminDependencies } from '../AdminDependencies';
import { pageRequest } from '../pageRequest';
import { route } from '../route';

/** Which public pages there are, and what they show. */
export function statusPageRoutes(app: FastifyInstance, { statusPages, ingestUrl }: AdminDependencies): void {
  const answer = (page: KeptStatusPage) => ({ ...page, url: `${ingestUrl}/status/${page.slug}` });

  route(app, 'listStatusPages', async ({ who, query }) => {
    const page = await statusPages.list(who, pageRequest(query));
    return { ...page, items: page.items.map(answer) };
  });
  route(app, 'getStatusPage', async ({ who, params }) => {
    const found = await statusPages.get(who, params.id);
    return found && answer(found);
  });
  route(app, 'createStatusPage', async ({ who, body }) => answer(await statusPages.create(who, body)));
  route(app, 'updateStatusPage', async ({ who, params, body }) => {
    const changed = await statusPages.update(who, params.id, body);
    return changed && answer(changed);
  });
  route(app, 'deleteStatusPage', async ({ who, params }) =>
    (await statusPages.delete(who, params.id)) ? null : undefined
  );
}
