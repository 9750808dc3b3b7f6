import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';

/** How many complaints one answer carries. */
const longestList = 3;

/**
 * Checks requests by the contract's own schemas. Path and query string arrive as text, so their values are converted
 * and defaults filled in; a body must be right as it stands, and an unknown key in it is an error rather than dropped.
 */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const validator = Compile(schema);
  return (given: unknown) => {
    // A body that may be left out altogether counts as empty.
    const value = httpPart === 'body' ? (given ?? {}) : validator.Default(validator.Convert(given));
    if (validator.Check(value)) {
      return { value };
    }
    const complaints = validator
      .Errors(value)
      .slice(0, longestList)
      .map(({ instancePath, message }) => `${httpPart ?? 'request'}${instancePath} ${message}`);
    return { error: new Error([...new Set(complaints)].join('; ')) };
  };
};
