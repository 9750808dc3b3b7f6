import { FieldType, type DataFrame, type Field, type FieldConfig } from '@grafana/data';
import { groupConfig } from './groupConfig';

/** A value column of the joined table: the answer of one query under a name of its own. */
export interface JoinedColumn {
  refId: string;
  name: string;
  /** Laid over what the server sent with the field (unit, thresholds). */
  config?: FieldConfig;
  /** What a group has that this query does not know; null without. A count is 0 there. */
  missing?: number;
}

export interface JoinedOrder {
  /** Name of a joined column; rows without a value there come last. */
  by: string;
  direction: 'ascending' | 'descending';
  limit: number;
}

const keyOf = (frame: DataFrame, groups: number, row: number): string =>
  JSON.stringify(frame.fields.slice(0, groups).map((field) => field.values[row] ?? null));

function valuesByGroup(frame: DataFrame, groups: number): Map<string, unknown> {
  const values = frame.fields[groups]?.values ?? [];
  return new Map(values.map((value: unknown, row: number) => [keyOf(frame, groups, row), value]));
}

function orderOf(values: unknown[], { direction }: JoinedOrder): number[] {
  const worst = direction === 'ascending' ? Infinity : -Infinity;
  const numbers = values.map((value) => (typeof value === 'number' && !Number.isNaN(value) ? value : worst));
  const sign = direction === 'ascending' ? 1 : -1;
  return numbers
    .map((value, row) => ({ value, row }))
    .sort((a, b) => (a.value === b.value ? a.row - b.row : sign * (a.value < b.value ? -1 : 1)))
    .map(({ row }) => row);
}

/**
 * One table out of several grouped ones: the first `groups` fields of each frame name the group, the next one is its
 * value. A group that only some queries know has null in the columns of the others. Undefined without any group.
 */
export function joinGroups(
  frames: readonly DataFrame[],
  groups: number,
  columns: readonly JoinedColumn[],
  order: JoinedOrder
): DataFrame | undefined {
  const answers = columns.map((column) => ({ column, frame: frames.find(({ refId }) => refId === column.refId) }));
  const rows = new Map<string, unknown[]>();
  let groupFields: Field[] = [];
  for (const { frame } of answers) {
    if (!frame) {
      continue;
    }
    groupFields = groupFields.length > 0 ? groupFields : frame.fields.slice(0, groups);
    for (let row = 0; row < frame.length; row++) {
      rows.set(
        keyOf(frame, groups, row),
        frame.fields.slice(0, groups).map((field) => field.values[row])
      );
    }
  }
  if (rows.size === 0) {
    return undefined;
  }
  const keys = [...rows.keys()];
  const valueFields = answers.map(({ column, frame }): Field => {
    const field = frame?.fields[groups];
    const values = frame ? valuesByGroup(frame, groups) : new Map<string, unknown>();
    return {
      name: column.name,
      type: field?.type ?? FieldType.number,
      config: { ...field?.config, displayName: column.name, ...column.config },
      values: keys.map((key) => values.get(key) ?? column.missing ?? null),
    };
  });
  const sorted = orderOf(valueFields.find(({ name }) => name === order.by)?.values ?? [], order).slice(0, order.limit);
  const pick = (values: unknown[]) => sorted.map((row) => values[row]);
  const fields = [
    ...groupFields.map((field, at) => ({
      ...field,
      config: { ...field.config, ...groupConfig(field.name) },
      values: pick(keys.map((key) => rows.get(key)?.[at] ?? null)),
    })),
    ...valueFields.map((field) => ({ ...field, values: pick(field.values) })),
  ];
  return { fields, length: sorted.length };
}
