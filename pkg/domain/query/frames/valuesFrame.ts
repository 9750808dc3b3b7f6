import type { Frame } from '../../../../src/contract/query/Frame';

/** Answer of a `variables` query: what a person reads, and what queries get. */
export function valuesFrame(refId: string, values: readonly string[]): Frame {
  return {
    refId,
    meta: { preferredVisualisationType: 'table' },
    fields: [
      { name: 'text', type: 'string', values },
      { name: 'value', type: 'string', values },
    ],
  };
}
