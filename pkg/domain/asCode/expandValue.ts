import { expandText, PlaceholderProblem, type SecretSource } from './expandText';

/** A value of a file with the placeholders in all of its texts filled in. Throws PlaceholderProblem, which names the field. */
export function expandValue(value: unknown, source: SecretSource | undefined, field: readonly string[] = []): unknown {
  if (typeof value === 'string') {
    try {
      return expandText(value, source);
    } catch (error) {
      throw error instanceof PlaceholderProblem
        ? new PlaceholderProblem(`"${field.join('.')}" ${error.message}`)
        : error;
    }
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => expandValue(item, source, [...field, String(index)]));
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, item]) => [name, expandValue(item, source, [...field, name])]);
    return Object.fromEntries(entries);
  }
  return value;
}
