import { dataKinds, type DataKind } from '../../src/contract/query/kinds';

/** Whether a query of this kind asks for rows, rather than for a variable's values or marks. */
export function isDataKind(kind: string): kind is DataKind {
  return dataKinds.some((candidate) => candidate === kind);
}
