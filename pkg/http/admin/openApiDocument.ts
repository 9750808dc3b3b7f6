import { Problem } from '../../../src/contract/problem';
import type { RouteDeclaration } from '../../../src/contract/RouteDeclaration';
import { apiPrefix, type RouteName, routes } from '../../../src/contract/routes';
import { namedSchemas, type RouteSchema, routeSchemas } from '../../../src/contract/routeSchemas';

/** OpenAPI 3.1, whose schemas are JSON Schema, so that the contract's own schemas stand in it as they are. */
export function openApiDocument(version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const name of Object.keys(routes) as RouteName[]) {
    const { method, path } = routes[name];
    (paths[apiPrefix + path] ??= {})[method.toLowerCase()] = operation(name, routes[name], routeSchemas[name]);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Seamark', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem, ...namedSchemas },
    },
  };
}

function operation(name: RouteName, { role, summary }: RouteDeclaration, schema: RouteSchema): Record<string, unknown> {
  return {
    operationId: name,
    summary,
    'x-seamark-role': role,
    parameters: [...parameters(schema.params, 'path'), ...parameters(schema.querystring, 'query')],
    ...(schema.body && { requestBody: { required: true, content: json(schema.body) } }),
    responses: {
      [schema.status]: {
        description: 'Done',
        ...(schema.status === 204 ? {} : { content: json(schema.response) }),
      },
      default: { description: 'Refused or failed', content: json({ $ref: '#/components/schemas/Problem' }) },
    },
  };
}

function json(schema: object) {
  return { 'application/json': { schema } };
}

interface ObjectSchema {
  properties?: Record<string, object>;
  required?: readonly string[];
}

function parameters(schema: ObjectSchema | undefined, place: 'path' | 'query') {
  return Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (schema?.required?.includes(name) ?? false),
    schema: property,
  }));
}
