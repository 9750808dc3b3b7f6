import type { FastifyInstance } from 'fastify';
import { fields as namedFields } from '../../../../src/contract/query/fields';
import { day } from '../../../lib/duration';
import type { AdminDependencies } from '../AdminDependencies';
import { readTimeRange } from '../readTimeRange';
import { route } from '../route';

/** Values a list carries unless it says otherwise. */
const defaultValues = 100;

/** Fields and their values, for query builders and variables. */
export function fieldRoutes(app: FastifyInstance, { fields, clock }: AdminDependencies): void {
  route(app, 'listFields', async ({ who, query }) => ({
    items: namedFields
      .filter((field) => query.kind === undefined || field.kinds.some((kind) => kind === query.kind))
      .filter((field) => who.seesPersonal || !field.personal)
      .map((field) => ({ ...field, kinds: [...field.kinds] })),
    next_cursor: null,
  }));

  route(app, 'listFieldValues', async ({ who, params, query, signal }) => {
    const now = clock.now();
    const range = readTimeRange(query.from, query.to, { from: now - day, to: now });
    const { kind, app: appName, search, limit = defaultValues } = query;
    const request = { field: params.name, kind, app: appName, search, limit };
    return { items: await fields.values(request, who, range, signal), next_cursor: null };
  });
}
