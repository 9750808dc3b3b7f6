import type { FastifyInstance } from 'fastify';
import { retentionTable } from '../../../../src/contract/retentionTable';
import type { AdminDependencies } from '../AdminDependencies';
import { pageRequest } from '../pageRequest';
import { readDays } from '../readDays';
import { route } from '../route';

/** What sessions did: for as long as patterns are kept, unless the caller says otherwise. */
export function behaviourRoutes(app: FastifyInstance, { behaviour, clock }: AdminDependencies): void {
  route(app, 'listBehaviour', async ({ who, query }) => ({
    items: await behaviour.count(who, {
      app: query.app,
      pattern: query.pattern,
      limit: pageRequest(query).limit,
      ...readDays(query, clock.now(), retentionTable.analytics.pattern),
    }),
    next_cursor: null,
  }));
}
