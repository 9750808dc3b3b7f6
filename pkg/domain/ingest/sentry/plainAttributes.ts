import { isJsonObject, type JsonObject } from '../JsonObject';

/** Sentry's typed attributes `{key: {value, type, unit?}}` as a plain object. */
export function plainAttributes(attributes: unknown): JsonObject {
  const plain: JsonObject = {};
  if (isJsonObject(attributes)) {
    for (const key of Object.keys(attributes)) {
      const entry = attributes[key];
      if (key !== '__proto__') {
        plain[key] = isJsonObject(entry) && 'value' in entry ? entry.value : entry;
      }
    }
  }
  return plain;
}
