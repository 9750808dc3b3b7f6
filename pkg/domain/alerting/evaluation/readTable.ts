import type { Frame } from '../../../../src/contract/query/Frame';
import { labelsKey } from '../labels/labelsKey';
import type { Answer } from './Ask';

/** The rows of a table frame (the group's fields first, the value last) by the key of their labels. */
export function readTable(frame: Frame | undefined): Map<string, Answer> {
  const columns = frame?.fields ?? [];
  const values = columns.at(-1)?.values ?? [];
  return new Map(
    values.map((value, row) => {
      const labels = Object.fromEntries(
        columns.slice(0, -1).map((column) => [column.name, String(column.values[row])])
      );
      return [labelsKey(labels), { labels, value: typeof value === 'number' ? value : null }];
    })
  );
}
