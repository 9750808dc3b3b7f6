/** A JSON object as it was parsed: the receiver owns it and cleans it in place. */
export type JsonObject = Record<string, unknown>;

/** Whether a JSON value is an object, not an array and not null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under a key; an empty one where there is none or something else. */
export function objectAt(holder: JsonObject, key: string): JsonObject {
  const value = holder[key];
  return isJsonObject(value) ? value : {};
}

/** The text under a key; undefined where there is none, an empty one, or something else. */
export function textAt(holder: JsonObject, key: string): string | undefined {
  const value = holder[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Adds an attribute; where the sender has one of that name already, under the name with `_` before it. */
export function addAttribute(attributes: JsonObject, key: string, value: unknown): void {
  if (value !== undefined && value !== null && value !== '') {
    attributes[Object.hasOwn(attributes, key) ? `_${key}` : key] = value;
  }
}
