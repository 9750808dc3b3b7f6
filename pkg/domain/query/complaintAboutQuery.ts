import { dataKinds } from '../../../src/contract/query/kinds';
import type { Query } from '../../../src/contract/query/Query';
import { planAggregate } from './planAggregate';
import { QueryError, type QueryContext } from './QueryRunner';

/** Why a query of numbers could not be answered, or undefined where it could; nothing is read for it. */
export function complaintAboutQuery(query: Query, context: QueryContext, now: number): string | undefined {
  const kind = dataKinds.find((candidate) => candidate === query.kind);
  if (kind === undefined) {
    return `"kind" must be one of ${dataKinds.join(', ')}`;
  }
  try {
    planAggregate(query, kind, context, now);
    return undefined;
  } catch (error) {
    if (error instanceof QueryError) {
      return error.message;
    }
    throw error;
  }
}
