import { leftVariable } from './leftVariable';
import { QueryError } from './QueryRunner';

/**
 * Refuses text of a query that cannot be meant: a template variable nobody filled in, and U+0000, which no stored text
 * has and PostgreSQL does not take.
 * @param place what the text is, for the message: `metric`, `filter on app`
 */
export function checkText(text: string, place: string, isPattern = false): string {
  const variable = leftVariable(text, isPattern);
  if (variable !== undefined) {
    throw new QueryError(
      `The variable ${variable} in ${place} has no value: nobody replaced it before the query was sent; a public dashboard has no variables`
    );
  }
  if (text.includes('\0')) {
    throw new QueryError(`The ${place} holds a NUL character, which no stored text has`);
  }
  return text;
}
