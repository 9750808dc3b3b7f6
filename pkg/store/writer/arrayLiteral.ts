/** Types of the arrays that rows are sent in. `epoch` is epoch milliseconds, made a timestamptz by the server. */
export type ColumnType = 'uuid' | 'text' | 'bigint' | 'float8' | 'boolean' | 'jsonb' | 'epoch';

const allSpecial = /["\\]/g;

/**
 * One element of a PostgreSQL array literal (manual, 8.15.6). Everything that comes from outside is quoted, so that no
 * value can end its element; the server then judges whether it is of the type.
 */
export function arrayElement(type: ColumnType, value: unknown): string {
  if (value === null || value === undefined) {
    return 'NULL';
  }
  if (type === 'jsonb') {
    // JSON has no raw control characters, so quoting it once more escapes just what an array needs; this is native.
    return JSON.stringify(JSON.stringify(value));
  }
  if (typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  return quoted(String(value));
}

/** An array literal of elements that are joined already. */
export function arrayLiteral(chunks: readonly string[]): string {
  return `{${chunks.join(',')}}`;
}

function quoted(text: string): string {
  return text.includes('"') || text.includes('\\') ? `"${text.replace(allSpecial, '\\$&')}"` : `"${text}"`;
}
