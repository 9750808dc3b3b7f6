import type { DataKind } from '../../../src/contract/query/kinds';
import type { Frame } from '../../../src/contract/query/Frame';
import type { Query } from '../../../src/contract/query/Query';
import type { Clock } from '../../lib/Clock';
import { answerAnnotations } from './answerAnnotations';
import { answerVariables } from './answerVariables';
import type { FieldReader } from './FieldReader';
import { logsFrame } from './frames/logsFrame';
import { seriesFrames } from './frames/seriesFrames';
import { tableFrame } from './frames/tableFrame';
import { planAggregate } from './planAggregate';
import { planRows } from './planRows';
import { type QueryContext, QueryError, type QueryRunner } from './QueryRunner';
import type { QueryStore } from './QueryStore';
import { readFieldValues } from './readFieldValues';

/** What answers queries and lists of values. */
export interface QueryParts {
  store: QueryStore;
  clock: Clock;
}

/** Plans each query, lets the store read for it, and makes frames of what was read. */
export function createQueryRunner(parts: QueryParts): QueryRunner & FieldReader {
  return {
    run: async (query, context) => run(parts, query, withinEpoch(context)),
    values: (request, who, range, signal) => readFieldValues(parts.store, request, who, range, signal),
  };
}

function run(parts: QueryParts, query: Query, context: QueryContext): Promise<Frame[]> {
  switch (query.kind) {
    case 'variables':
      return answerVariables(parts.store, query, context);
    case 'annotations':
      return answerAnnotations(parts, query, context);
    default:
      return answerData(parts, query, query.kind, context);
  }
}

async function answerData(
  { store, clock }: QueryParts,
  query: Query,
  kind: DataKind,
  context: QueryContext
): Promise<Frame[]> {
  const { who, signal } = context;
  if (query.format === 'logs') {
    const plan = planRows(query, kind, context);
    return [logsFrame(query.refId, plan, await store.rows(plan, who, signal))];
  }
  const plan = planAggregate(query, kind, context, clock.now());
  const found = await store.aggregate(plan, who, signal);
  const { bucketMs } = plan;
  return bucketMs === undefined
    ? [tableFrame(query.refId, plan, found)]
    : seriesFrames(query.refId, { ...plan, bucketMs }, found);
}

/** Nothing was stored before the epoch, from which buckets are counted. */
function withinEpoch(context: QueryContext): QueryContext {
  const range = { from: Math.max(0, context.range.from), to: context.range.to };
  if (range.to <= range.from) {
    throw new QueryError('The time range ends before 1970 or is empty');
  }
  return { ...context, range };
}
