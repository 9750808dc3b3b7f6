import type { Frame, FrameField } from '../../../src/contract/query/Frame';
import type { JsonFrame } from '../../../src/contract/query/QueryResponse';
import { isNullable } from './isNullable';

const goTypes = { time: 'time.Time', number: 'float64', string: 'string', boolean: 'bool' } as const;

interface Entities {
  NaN?: number[];
  Inf?: number[];
  NegInf?: number[];
}

/**
 * A frame in the JSON of Grafana's `/api/ds/query`: the schema apart from the columns of values. NaN and the infinities,
 * which JSON lacks, become null and are listed by row under `entities`, from where Grafana's reader restores them.
 */
export function jsonFrame(frame: Frame): JsonFrame {
  const columns = frame.fields.map(jsonColumn);
  return {
    schema: {
      refId: frame.refId,
      ...(frame.name === undefined ? {} : { name: frame.name }),
      ...(frame.meta === undefined ? {} : { meta: { ...frame.meta } }),
      fields: frame.fields.map(jsonField),
    },
    data: {
      values: columns.map((column) => column.values),
      ...(columns.some((column) => column.entities) ? { entities: columns.map((column) => column.entities) } : {}),
    },
  };
}

function jsonField(field: FrameField): JsonFrame['schema']['fields'][number] {
  return {
    name: field.name,
    type: field.type,
    typeInfo: { frame: goTypes[field.type], nullable: isNullable(field) },
    ...(field.labels === undefined ? {} : { labels: { ...field.labels } }),
    ...(field.config === undefined ? {} : { config: { ...field.config } }),
  };
}

function jsonColumn(field: FrameField): { values: unknown[]; entities: Entities | null } {
  let entities: Entities | null = null;
  const values = field.values.map((value, row) => {
    if (typeof value !== 'number' || Number.isFinite(value)) {
      return value;
    }
    entities ??= {};
    const name = Number.isNaN(value) ? 'NaN' : value > 0 ? 'Inf' : 'NegInf';
    (entities[name] ??= []).push(row);
    return null;
  });
  return { values, entities };
}
