import { sql } from 'kysely';
import type { Pool } from 'pg';
import { rawRetention } from '../../domain/ingest/retention';
import type { AggregatePlan, Selection } from '../../domain/query/QueryPlan';
import { type Asker, QueryError } from '../../domain/query/QueryRunner';
import type {
  Cell,
  Cells,
  CellSource,
  FirstSeenRelease,
  QueryStore,
  StoredRow,
  StoredValue,
} from '../../domain/query/QueryStore';
import { second } from '../../lib/duration';
import { readSummaries } from '../summaries/readSummaries';
import { summedReleases } from '../summaries/summedReleases';
import { summedValues } from '../summaries/summedValues';
import { aggregateStatement, type AggregateRow } from './aggregateStatement';
import { isCovered } from './isCovered';
import { type Question, type Read, readAs, readInSnapshot } from './readAs';
import { releasesStatement } from './releasesStatement';
import { rowsStatement, type SingleRow } from './rowsStatement';
import { valuesStatement } from './valuesStatement';

export interface QueryStoreOptions {
  /** Connections of the role `query`. */
  pool: Pool;
  /** How long one statement may take. */
  timeoutMs?: number;
  /** False: only raw rows are read, also where summaries would answer. */
  summaries?: boolean;
}

/** Numbers of one answer at most, so that a query cannot fill the memory. */
const mostCells = 200_000;

/** Reads for queries: from summaries where they answer, else from the raw tables. */
export function createQueryStore({ pool, timeoutMs = 30 * second, summaries = true }: QueryStoreOptions): QueryStore {
  const reading = { pool, timeoutMs };
  return {
    aggregate: (plan, who, signal) =>
      readInSnapshot(reading, question(who, plan), (read) => readCells(read, plan, summaries), signal),
    async rows(plan, who, signal) {
      const rows = await readAs<SingleRow>(reading, question(who, plan), rowsStatement(plan), signal);
      return rows.map((row) => rowOf(row, plan.columns));
    },
    values: (plan, who, signal) =>
      readInSnapshot(
        reading,
        question(who, plan),
        async (read) =>
          (summaries ? await summedValues(read, plan, mostCells) : undefined) ??
          (await read<StoredValue & Columns>(valuesStatement(plan))),
        signal
      ),
    async appNames(who, limit, signal) {
      const statement = sql`select distinct name from public.apps where deleted_at is null order by name limit ${limit}`;
      const rows = await readAs<{ name: string }>(reading, question(who), statement, signal);
      return rows.map(({ name }) => name);
    },
    firstSeenReleases: (selection, who, limit, signal) =>
      readInSnapshot(
        reading,
        question(who, selection),
        async (read) =>
          (summaries ? await summedReleases(read, selection, limit, mostCells) : undefined) ??
          (await read<ReleaseRow>(releasesStatement(selection, limit))).map(releaseOf),
        signal
      ),
  };
}

async function readCells(read: Read, plan: AggregatePlan, summaries: boolean): Promise<Cells> {
  const summed = summaries && !needsArchive(plan) ? await readSummaries(read, plan, mostCells) : undefined;
  const found = summed ?? (await readRaw(read, plan));
  if (found.cells.length > mostCells) {
    throw new QueryError(`The answer has more than ${mostCells} numbers; lower "limit" or choose a longer interval`);
  }
  return found;
}

async function readRaw(read: Read, plan: AggregatePlan): Promise<Cells> {
  const rows = await read<AggregateRow>(aggregateStatement(plan, mostCells + 1));
  const cells = rows.map((row) => cellOf(row, plan.groupBy.length));
  return { cells, groupCount: rows[0]?.group_count ?? 0, source: rawSourceOf(plan) };
}

/** Beyond raw rows, summaries of errors go before the archive does. */
function needsArchive({ archived, range, now }: AggregatePlan): boolean {
  return archived === true && range.from < now - rawRetention.error_logs;
}

function rawSourceOf(plan: AggregatePlan): CellSource {
  return plan.archived === true ? 'archive' : isCovered(plan) ? 'index' : 'raw';
}

function question({ orgId }: Asker, selection?: Selection): Question {
  const patterns = selection?.filters.flatMap(({ test }) => ('pattern' in test ? [test.pattern] : [])) ?? [];
  return { orgId, patterns };
}

type Columns = Record<string, unknown>;

interface ReleaseRow {
  app: string;
  release: string;
  first_seen: number;
}

function cellOf(row: AggregateRow, groups: number): Cell {
  return {
    groups: Array.from({ length: groups }, (_, index) => row[`g${index}`] ?? ''),
    bucket: row.bucket,
    value: row.value,
    unit: row.unit,
    countedUsers: row.counted_users === true,
    countedVisitors: row.counted_visitors === true,
  };
}

function releaseOf({ app, release, first_seen }: ReleaseRow): FirstSeenRelease {
  return { app, release, firstSeen: first_seen };
}

function rowOf(row: SingleRow, columns: readonly string[]): StoredRow {
  return {
    id: row.id,
    timestamp: row.time,
    columns: Object.fromEntries(columns.map((name, index) => [name, row[`c${index}`] ?? null])),
  };
}
