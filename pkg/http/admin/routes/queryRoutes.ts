import type { FastifyInstance } from 'fastify';
import type { Frame } from '../../../../src/contract/query/Frame';
import { arrowMediaType } from '../../../../src/contract/query/QueryResponse';
import { arrowFrame } from '../../../domain/query/arrowFrame';
import { jsonFrame } from '../../../domain/query/jsonFrame';
import type { QueryContext } from '../../../domain/query/QueryRunner';
import { readQuery } from '../../../domain/query/readQuery';
import { problemOf } from '../../errors/problemOf';
import type { AdminDependencies } from '../AdminDependencies';
import { readTimeRange } from '../readTimeRange';
import { route, WrittenAnswer } from '../route';

/** Points of a series when the caller does not say how many it can draw. */
const defaultDataPoints = 1000;

interface Outcome {
  status: number;
  error?: string;
  frames: readonly Frame[];
}

/** The datasource's queries: each is answered or refused by itself. */
export function queryRoutes(app: FastifyInstance, { queries, logger }: AdminDependencies): void {
  route(app, 'query', async ({ who, body, accept, signal }) => {
    const range = readTimeRange(body.from, body.to);
    const maxDataPoints = body.maxDataPoints ?? defaultDataPoints;
    const context = { who, range, maxDataPoints, intervalMs: body.intervalMs ?? 1, signal };
    const outcomes = await Promise.all(body.queries.map((query) => answer(query, context)));
    return accept?.includes(arrowMediaType) ? asArrow(body.queries, outcomes) : asJson(body.queries, outcomes);
  });

  async function answer(query: unknown, context: QueryContext): Promise<Outcome> {
    try {
      return { status: 200, frames: await queries.run(readQuery(query), context) };
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 500) {
        logger.error('A query failed unexpectedly', error);
      }
      return { status: problem.status, error: problem.message, frames: [] };
    }
  }
}

function asJson(queries: readonly unknown[], outcomes: readonly Outcome[]): WrittenAnswer {
  return written('application/json; charset=utf-8', queries, outcomes, jsonFrame);
}

function asArrow(queries: readonly unknown[], outcomes: readonly Outcome[]): WrittenAnswer {
  return written(arrowMediaType, queries, outcomes, (frame) => Buffer.from(arrowFrame(frame)).toString('base64'));
}

function written(
  contentType: string,
  queries: readonly unknown[],
  outcomes: readonly Outcome[],
  encode: (frame: Frame) => unknown
): WrittenAnswer {
  const results = outcomes.map((outcome, index) => [
    refIdOf(queries[index], index),
    { ...outcome, frames: outcome.frames.map(encode) },
  ]);
  return new WrittenAnswer(contentType, JSON.stringify({ results: Object.fromEntries(results) }));
}

/** A query too broken to have a refId is answered under its position. */
function refIdOf(query: unknown, index: number): string {
  const refId = typeof query === 'object' && query !== null && 'refId' in query ? query.refId : undefined;
  return typeof refId === 'string' ? refId : String(index);
}
