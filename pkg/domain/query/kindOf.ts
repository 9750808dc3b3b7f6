import { attributeColumns, fields } from '../../../src/contract/query/fields';
import { type DataKind, dataKinds } from '../../../src/contract/query/kinds';
import { QueryError } from './QueryRunner';

/** The kind of rows that a list of values is taken from: the one that was named, else the first that has the field. */
export function kindOf(of: string | undefined, field: string | undefined): DataKind {
  if (of !== undefined && of !== '') {
    const kind = dataKinds.find((candidate) => candidate === of);
    if (kind === undefined) {
      throw new QueryError(`"of" must be one of ${dataKinds.join(', ')}, not "${of}"`);
    }
    return kind;
  }
  const column = field?.split('.')[0];
  return (
    fields.find((candidate) => candidate.name === field)?.kinds[0] ??
    dataKinds.find((kind) => attributeColumns[kind] === column) ??
    'performance'
  );
}
