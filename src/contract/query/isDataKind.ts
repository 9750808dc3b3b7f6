import { dataKinds, type DataKind } from './kinds';

/** Whether a kind asks about data, rather than for variables or annotations. */
export function isDataKind(kind: string | undefined): kind is DataKind {
  return dataKinds.some((candidate) => candidate === kind);
}
