import { HttpProblem } from '../../errors/HttpProblem';
import { isJsonObject, type JsonObject } from '../../../domain/ingest/JsonObject';
import { findJsonError } from './findJsonError';

/** Parses a body that must be a JSON object. Throws 400 that says where it is wrong, and never quotes it. */
export function parseJson(text: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HttpProblem(400, 'unreadable', `The body is not JSON: ${placeOf(text, findJsonError(text))}`);
  }
  if (!isJsonObject(value)) {
    throw new HttpProblem(400, 'unreadable', 'The body must be a JSON object');
  }
  return value;
}

function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - before.lastIndexOf('\n');
  const what = offset >= text.length ? 'it ends too early' : 'unexpected character';
  return `${what} at line ${line}, column ${column} (offset ${offset})`;
}
