import type { FastifyInstance } from 'fastify';
import { judgeRetention } from '../../../domain/retention/judgeRetention';
import { HttpProblem } from '../../errors/HttpProblem';
import type { AdminDependencies } from '../AdminDependencies';
import { route } from '../route';

/** How long the organisation keeps what. */
export function retentionRoutes(app: FastifyInstance, { retention }: AdminDependencies): void {
  route(app, 'listRetentionPolicies', async ({ who }) => ({ items: await retention.list(who), next_cursor: null }));

  route(app, 'setRetentionPolicies', async ({ who, body }) => {
    const complaint = judgeRetention(body.policies, body.allow_longer === true);
    if (complaint !== undefined) {
      throw new HttpProblem(400, 'bad_request', complaint);
    }
    return { items: await retention.replace(who, body.policies), next_cursor: null };
  });
}
