import { openApiDocument } from './openApiDocument';

interface Operation {
  operationId: string;
  'x-seamark-role': string;
  parameters: Array<{ name: string; in: string; required: boolean }>;
  requestBody?: unknown;
  responses: Record<string, unknown>;
}

describe('the OpenAPI document', () => {
  const document: { openapi: string; paths: Record<string, Record<string, Operation>> } = JSON.parse(
    JSON.stringify(openApiDocument('1.2.3'))
  );
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));

  it('is OpenAPI 3.1 of this version', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' } });
  });

  it('names each operation once, with its role', () => {
    const names = operations.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(document.paths['/api/v1/apps']?.post).toMatchObject({ operationId: 'createApp', 'x-seamark-role': 'Admin' });
    expect(document.paths['/api/v1/query']?.post).toMatchObject({ operationId: 'query', 'x-seamark-role': 'Viewer' });
  });

  it('declares every parameter that a path has', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const expected = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      for (const { parameters } of Object.values(methods)) {
        const declared = parameters.filter((parameter) => parameter.in === 'path');
        expect(declared.map(({ name }) => name).sort()).toEqual(expected);
        expect(declared.every(({ required }) => required)).toBe(true);
      }
    }
  });

  it('refers to nothing that it does not hold', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(0);
    expect(document).toHaveProperty('components.schemas.Problem');
    expect(new Set(references.map(([, name]) => name))).toEqual(new Set(['Problem']));
  });
});
