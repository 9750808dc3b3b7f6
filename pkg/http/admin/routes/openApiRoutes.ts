import type { FastifyInstance } from 'fastify';
import type { AdminDependencies } from '../AdminDependencies';
import { openApiDocument } from '../openApiDocument';
import { route, WrittenAnswer } from '../route';

/** The description of this API, made once. */
export function openApiRoutes(app: FastifyInstance, { version }: AdminDependencies): void {
  const document = new WrittenAnswer('application/json; charset=utf-8', JSON.stringify(openApiDocument(version)));
  route(app, 'getOpenApi', async () => document);
}
