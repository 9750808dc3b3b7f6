import type { FastifyInstance } from 'fastify';
import type { AdminDependencies } from '../AdminDependencies';
import { route } from '../route';

/** Keys by which an app's clients write. */
export function appKeyRoutes(app: FastifyInstance, { apps }: AdminDependencies): void {
  route(app, 'createAppKey', ({ who, params, body }) => apps.createKey(who, params.id, body.scope ?? 'browser'));
  route(app, 'revokeAppKey', async ({ who, params }) =>
    (await apps.revokeKey(who, params.id, params.keyId)) ? null : undefined
  );
}
