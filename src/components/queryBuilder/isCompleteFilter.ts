import type { Filter } from '../../contract/query/Query';

/** Whether a row of the editor filters anything yet. */
export function isCompleteFilter({ field, value }: Filter): boolean {
  return field.trim() !== '' && value !== '' && !(Array.isArray(value) && value.length === 0);
}
