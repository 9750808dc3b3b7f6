import { clipText } from './clipText';

export type Loggable = string | number | boolean | null;

/**
 * Anything as a value that is safe in a line of JSON: never an object, never text over `limit`, and never a throw, whatever
 * a getter, `toJSON` or `toString` of the value does.
 */
export function loggable(value: unknown, limit: number): Loggable {
  switch (typeof value) {
    case 'string':
      return clipText(value, limit);
    case 'number':
      return Number.isFinite(value) ? value : String(value);
    case 'boolean':
      return value;
    default:
      return value === null ? null : clipText(textOf(value), limit);
  }
}

function textOf(value: unknown): string {
  try {
    if (value instanceof Error) {
      return `${value.name}: ${value.message}`;
    }
    const json: unknown = typeof value === 'object' ? JSON.stringify(value) : undefined;
    return typeof json === 'string' ? json : String(value);
  } catch {
    return '(unprintable)';
  }
}
