import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { QueryRequest } from '../../../src/contract/query/Query';
import { complaintsAbout } from './complaintsAbout';
import { unstorablePart } from './unstorablePart';

/**
 * Checks requests by the contract's own schemas. Path and query string arrive as text, so their values are converted
 * and defaults filled in; a body must be right as it stands, and an unknown key in it is an error rather than dropped.
 * What fits its schema must be storable, too, except in queries, each of which is judged by itself.
 */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const validator = Compile(schema);
  return (given: unknown) => {
    // A body that may be left out altogether counts as empty.
    const value = httpPart === 'body' ? (given ?? {}) : validator.Default(validator.Convert(given));
    const part = httpPart ?? 'request';
    if (!validator.Check(value)) {
      return { error: new Error(complaintsAbout(part, schema, validator.Errors(value))) };
    }
    const unstorable = schema === QueryRequest ? undefined : unstorablePart(value);
    return unstorable ? { error: new Error(`${part}${unstorable.path} ${unstorable.problem}`) } : { value };
  };
};
