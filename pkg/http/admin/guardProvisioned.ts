import type { FastifyInstance } from 'fastify';
import { apiPrefix } from '../../../src/contract/routes';
import { HttpProblem } from '../errors/HttpProblem';
import type { AdminDependencies } from './AdminDependencies';

/** A thing that an answer holds. */
type Item = Record<string, unknown> & { id: string };

/**
 * What stands in a file is changed there only: changing or deleting it here is refused, for the next reading of the file
 * would undo it. Answers say so beforehand, by `provisioned: true`.
 */
export function guardProvisioned(app: FastifyInstance, { provisioned, codeKinds }: AdminDependencies): void {
  const kinds = new Map(codeKinds.map(({ name, path }) => [apiPrefix + path, name]));
  const kindOf = (url: string | undefined): string | undefined => kinds.get((url ?? '').replace(/\/:id$/, ''));

  app.addHook('preHandler', async (request) => {
    const kind = kindOf(request.routeOptions.url);
    const { id } = (request.params ?? {}) as { id?: string };
    if (kind === undefined || id === undefined || request.identity === null || request.method === 'GET') {
      return;
    }
    const file = (await provisioned.files(request.identity.orgId, kind)).get(id);
    if (file !== undefined) {
      throw new HttpProblem(409, 'provisioned', `It comes from the file ${file}: change it there`);
    }
  });

  app.addHook('preSerialization', async (request, reply, answer: unknown) => {
    const kind = kindOf(request.routeOptions.url);
    if (kind === undefined || request.identity === null || reply.statusCode >= 300) {
      return answer;
    }
    const files = await provisioned.files(request.identity.orgId, kind);
    const marked = (item: Item): Item => {
      const file = files.get(item.id);
      return file === undefined ? item : { ...item, provisioned: true, provisioned_file: file };
    };
    if (files.size === 0 || typeof answer !== 'object' || answer === null) {
      return answer;
    }
    if ('items' in answer && Array.isArray(answer.items)) {
      return { ...answer, items: answer.items.map((item: unknown) => (isItem(item) ? marked(item) : item)) };
    }
    return isItem(answer) ? marked(answer) : answer;
  });
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}
