import type { FastifyInstance } from 'fastify';
import type { AdminDependencies } from '../AdminDependencies';
import { pageRequest } from '../pageRequest';
import { route } from '../route';

/** Tokens of this listener. */
export function tokenRoutes(app: FastifyInstance, { tokens }: AdminDependencies): void {
  route(app, 'listTokens', ({ who, query }) => tokens.list(who, pageRequest(query)));
  route(app, 'createToken', ({ who, body }) => tokens.create(who, body));
  route(app, 'revokeToken', async ({ who, params }) => ((await tokens.revoke(who, params.id)) ? null : undefined));
}
