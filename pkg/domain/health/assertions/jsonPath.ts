import { JSONPathEnvironment, JSONPathError, type JSONPathQuery, type JSONValue } from 'json-p3';

const environment = new JSONPathEnvironment();
// They match with the language's own regular expressions, which can take for ever.
environment.functionRegister.delete('match');
environment.functionRegister.delete('search');

/** A JSONPath that cannot be read. The message can be shown. */
export class BadJsonPath extends Error {
  override readonly name = 'BadJsonPath';
}

/** Reads a JSONPath (RFC 9535, without `match` and `search`). Throws BadJsonPath. */
export function readJsonPath(path: string): JSONPathQuery {
  try {
    return environment.compile(path);
  } catch (cause) {
    const reason = cause instanceof JSONPathError ? cause.message : 'it cannot be read';
    throw new BadJsonPath(reason, { cause });
  }
}

/** The first value that a path leads to, as text where it is no number; undefined where it leads nowhere, or not in JSON. */
export function findInJson(text: string, path: string): string | number | undefined {
  let parsed: JSONValue;
  try {
    parsed = JSON.parse(text) as JSONValue;
  } catch {
    return undefined;
  }
  const [found] = readJsonPath(path).query(parsed).values();
  switch (typeof found) {
    case 'undefined':
      return undefined;
    case 'number':
    case 'string':
      return found;
    default:
      return JSON.stringify(found);
  }
}
