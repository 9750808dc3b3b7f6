import type { FastifyInstance } from 'fastify';
import { judgeRetention } from '../../../domain/retention/judgeRetention';
import { HttpProblem } from '../../errors/HttpProblem';
import type { AdminDependencies } from '../AdminDependencies';
import { route } from '../route';

/** How long the organisation keeps what. */
export function retentionRoutes(app: FastifyInstance, { retention }: AdminDependencies): void {
  route(app, 'listRetentionPolicies', async ({ who }) => ({ items: await retention.list(who), next_cursor: null }));
  route(app, 'listKeptData', async ({ who }) => ({ items: await retention.kept(who), next_cursor: null }));

  route(app, 'setRetentionPolicies', async ({ who, body }) => {
    const complaint = judgeRetention(body.policies, body.allow_longer === true);
    if (complaint !== undefined) {
      throw new HttpProblem(400, 'bad_request', complaint);
    }
    const items = await retention.replace(who, body.policies, body.expected);
    if (items === undefined) {
      throw new HttpProblem(
        409,
        'conflict',
        'Somebody else changed the retention meanwhile, so nothing was changed. Read it again'
      );
    }
    return { items, next_cursor: null };
  });
}
