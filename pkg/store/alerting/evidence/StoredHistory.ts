import type { Pool, QueryResultRow } from 'pg';
import type { ConditionQuery } from '../../../../src/contract/alerting/conditions';
import type { Cut, EvidenceHistory, GroupRows, HistorySource } from '../../../domain/alerting/preview/EvidenceHistory';
import { kindOf } from '../../../domain/query/kindOf';
import { planAggregate } from '../../../domain/query/planAggregate';
import { QueryError } from '../../../domain/query/QueryRunner';
import { patternOf } from '../../../domain/query/regex/patternOf';
import { second } from '../../../lib/duration';
import { groupBy } from '../../../lib/groupBy';
import type { Fragment } from '../../query/compileStatement';
import { readAs } from '../../query/readAs';
import { type GroupRow, groupNameOf, newGroupsStatement, regressedGroupsStatement } from './groupStatements';
import { groupRowsOf } from './groupRowsOf';
import { momentsOf, pastMatchesStatement, pastSpreadStatement, type MomentRow } from './momentStatements';
import {
  byService,
  pastCertificatesStatement,
  pastResultsStatement,
  type PastCertificateRow,
} from './pastResultsStatements';
import { measuresOf, pastRowsStatement, type PastRowsRow } from './pastRowsStatement';
import { planSequence } from './planSequence';
import type { ResultRow } from './resultsStatement';
import { sequenceEndsStatement } from './sequencesStatement';
import { patience, told } from './told';

/** A person waits for it. */
const patienceMs = 20 * second;
/** Stored rows that numbers may be taken from one by one. */
const mostRows = 3_000_000;
/** Rows that one answer may have. */
const mostAnswers = 510_000;
/** Groups that one question answers at most, those with most rows first. */
const mostGroups = 1000;

/** What conditions ask of the past, read from raw rows. */
export class StoredHistory implements HistorySource {
  readonly #pool: Pool;

  /** @param pool logs in as the query role */
  constructor(pool: Pool) {
    this.#pool = pool;
  }

  historyOf(orgId: number, signal?: AbortSignal): EvidenceHistory {
    const ask = async <Row extends QueryResultRow>(statement: Fragment, patterns: readonly string[] = []) => {
      const reading = { pool: this.#pool, timeoutMs: patienceMs };
      const rows = await readAs<Row>(reading, { orgId, patterns }, statement, patience(patienceMs, signal));
      return few(rows);
    };
    return {
      rows: (query, cut) => told(() => readRows(orgId, query, cut, ask)),
      matches: (text, range) =>
        told(async () => {
          const pattern = patternOf(text.regex, 'error_message');
          const rows = await ask<MomentRow>(pastMatchesStatement(pattern, text.inStack, range, mostAnswers), [pattern]);
          return momentsOf(rows);
        }),
      newGroups: (least, range) =>
        told(async () => (await ask<GroupRow>(newGroupsStatement(least, range, mostAnswers))).map(happened)),
      regressedGroups: (least, range) =>
        told(async () => (await ask<GroupRow>(regressedGroupsStatement(least, range, mostAnswers))).map(happened)),
      spread: (by, range) =>
        told(async () => {
          const rows = await ask<MomentRow & GroupRow>(pastSpreadStatement(by, range, mostAnswers));
          const groups = groupBy(rows, (row) => JSON.stringify([row.app, row.fingerprint]));
          return [...groups.values()].flatMap((found) =>
            found[0] === undefined ? [] : [{ group: groupNameOf(found[0]), ...momentsOf(found) }]
          );
        }),
      sequences: (sequence, range) =>
        told(async () => {
          const planned = planSequence(sequence, range, orgId);
          const rows = await ask<{ at: number }>(sequenceEndsStatement(planned, mostAnswers), planned.patterns);
          return rows.map(({ at }) => at);
        }),
      results: (service, range) =>
        told(async () => {
          const rows = await ask<ResultRow>(pastResultsStatement(service, range, mostAnswers));
          return byService(rows, ({ status, at, interval_seconds: seconds }) => [
            { status, at, intervalMs: seconds === null ? null : seconds * second },
          ]);
        }),
      certificates: (range) =>
        told(async () => {
          const rows = await ask<PastCertificateRow>(pastCertificatesStatement(range, mostAnswers));
          return byService(rows, ({ at, expires_at }) => {
            const expiresAt = Date.parse(expires_at);
            return Number.isNaN(expiresAt) ? [] : [{ at, expiresAt }];
          });
        }),
    };
  }
}

type AskRows = <Row extends QueryResultRow>(statement: Fragment, patterns?: readonly string[]) => Promise<Row[]>;

async function readRows(orgId: number, query: ConditionQuery, cut: Cut, ask: AskRows): Promise<GroupRows[]> {
  const { from, to, widthMs } = cut;
  const context = { who: { orgId, seesPersonal: false }, range: { from, to }, intervalMs: to - from, maxDataPoints: 1 };
  const planned = planAggregate({ refId: 'A', ...query, format: 'table' }, kindOf(query.kind, undefined), context, to);
  const plan = { ...planned, bucketMs: widthMs, bucketFrom: from };
  const patterns = plan.filters.flatMap(({ test }) => ('pattern' in test ? [test.pattern] : []));
  const rows = await ask<PastRowsRow>(pastRowsStatement(plan, mostRows), patterns);
  if (rows.reduce((sum, { count }) => sum + count, 0) > mostRows) {
    throw tooMuch(mostRows);
  }
  const measures = measuresOf(plan.calculation).length;
  return rows
    .toSorted((one, other) => other.count - one.count)
    .slice(0, mostGroups)
    .map((row) => ({
      labels: Object.fromEntries(plan.groupBy.map(({ name }, index) => [name, row[`g${index}`] ?? ''])),
      ...groupRowsOf(row, measures, cut),
    }));
}

function happened(row: GroupRow): { group: ReturnType<typeof groupNameOf>; at: number } {
  return { group: groupNameOf(row), at: row.at };
}

function few<Row>(rows: Row[]): Row[] {
  if (rows.length > mostAnswers) {
    throw tooMuch(mostAnswers);
  }
  return rows;
}

function tooMuch(limit: number): QueryError {
  const number = limit.toLocaleString('en-US');
  return new QueryError(`The range holds more than ${number} rows for this; choose a shorter one, or filter more`);
}
