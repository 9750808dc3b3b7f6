import { isJsonObject, type JsonObject } from '../JsonObject';

const deepest = 8;

/**
 * OTLP's list of `{key, value: {stringValue | intValue | …}}` as a plain object. 64-bit integers, which may be strings,
 * become numbers where a double holds them. What is malformed is left out.
 */
export function flattenAttributes(list: unknown): JsonObject {
  return flatten(list, deepest);
}

function flatten(list: unknown, depth: number): JsonObject {
  const attributes: JsonObject = {};
  if (!Array.isArray(list)) {
    return attributes;
  }
  for (const entry of list as unknown[]) {
    if (isJsonObject(entry) && typeof entry.key === 'string' && entry.key !== '__proto__') {
      const value = valueOf(entry.value, depth);
      if (value !== undefined) {
        attributes[entry.key] = value;
      }
    }
  }
  return attributes;
}

/** A value alone, such as the body of a log record; undefined when it is malformed. */
export function plainValue(value: unknown): unknown {
  return valueOf(value, deepest);
}

function valueOf(value: unknown, depth: number): unknown {
  if (!isJsonObject(value) || depth === 0) {
    return undefined;
  }
  if (value.stringValue !== undefined || value.boolValue !== undefined || value.bytesValue !== undefined) {
    const scalar = value.stringValue ?? value.boolValue ?? value.bytesValue;
    if (scalar instanceof Uint8Array) {
      return Buffer.from(scalar).toString('base64');
    }
    return typeof scalar === 'string' || typeof scalar === 'boolean' ? scalar : undefined;
  }
  if (value.doubleValue !== undefined) {
    return typeof value.doubleValue === 'number' ? value.doubleValue : undefined;
  }
  if (value.intValue !== undefined) {
    return integer(value.intValue);
  }
  if (isJsonObject(value.arrayValue)) {
    const values = value.arrayValue.values;
    return Array.isArray(values) ? values.map((entry) => valueOf(entry, depth - 1) ?? null) : [];
  }
  return isJsonObject(value.kvlistValue) ? flatten(value.kvlistValue.values, depth - 1) : undefined;
}

function integer(value: unknown): number | string | undefined {
  if (typeof value === 'number') {
    return value;
  }
  if (typeof value !== 'string' || !/^-?\d{1,20}$/.test(value)) {
    return undefined;
  }
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
