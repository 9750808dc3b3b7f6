import type { Pool, QueryResultRow } from 'pg';
import type { ConditionQuery } from '../../../../src/contract/alerting/conditions';
import { readTable } from '../../../domain/alerting/evaluation/readTable';
import type { Window } from '../../../domain/alerting/evaluation/windowsOf';
import type { Evidence, EvidenceSource } from '../../../domain/alerting/evidence/Evidence';
import type { QueryRunner } from '../../../domain/query/QueryRunner';
import { patternOf } from '../../../domain/query/regex/patternOf';
import { second } from '../../../lib/duration';
import type { Fragment } from '../../query/compileStatement';
import { readAs } from '../../query/readAs';
import { certificatesStatement, type CertificateRow, expiriesOf } from './certificatesStatement';
import { matchesStatement, type MatchesRow } from './matchesStatement';
import { type GroupRow, groupNameOf, newGroupsStatement, regressedGroupsStatement } from './groupStatements';
import { resultsOf, resultsStatement, type ResultRow } from './resultsStatement';
import { sequencesStatement } from './sequencesStatement';
import { planSequence } from './planSequence';
import { spreadStatement } from './spreadStatement';
import { patience, told } from './told';

/** Groups that one question answers at most. */
const mostGroups = 1000;
/** An answer that takes longer is a failed evaluation. Well below the lease of a rule. */
const patienceMs = 10 * second;

/** What conditions ask, answered from the database as an alert rule may: nothing that names a person is said. */
export class StoredEvidence implements EvidenceSource {
  readonly #pool: Pool;
  readonly #queries: QueryRunner;

  /** @param pool logs in as the query role */
  constructor(pool: Pool, queries: QueryRunner) {
    this.#pool = pool;
    this.#queries = queries;
  }

  of(orgId: number, signal?: AbortSignal): Evidence {
    const read = <Row extends QueryResultRow>(statement: Fragment, patterns: readonly string[] = []): Promise<Row[]> =>
      readAs<Row>(
        { pool: this.#pool, timeoutMs: patienceMs },
        { orgId, patterns },
        statement,
        patience(patienceMs, signal)
      );
    return {
      values: (query, window) => told(() => this.#values(orgId, query, window, patience(patienceMs, signal))),
      countMatches: (text, window) =>
        told(async () => {
          const pattern = patternOf(text.regex, 'error_message');
          const [row] = await read<MatchesRow>(matchesStatement(pattern, text.inStack, window), [pattern]);
          return { errors: row?.errors ?? 0, users: row?.users ?? 0 };
        }),
      newGroups: (least, window) =>
        told(async () => (await read<GroupRow>(newGroupsStatement(least, window, mostGroups))).map(groupNameOf)),
      regressedGroups: (least, window) =>
        told(async () => (await read<GroupRow>(regressedGroupsStatement(least, window, mostGroups))).map(groupNameOf)),
      spreadGroups: (by, least, window) =>
        told(async () => {
          const rows = await read<GroupRow & { number: number }>(spreadStatement(by, least, window, mostGroups));
          return rows.map((row) => ({ group: groupNameOf(row), number: row.number }));
        }),
      countSequences: (sequence, window) =>
        told(async () => {
          const planned = planSequence(sequence, window, orgId);
          const [row] = await read<{ count: number }>(sequencesStatement(planned), planned.patterns);
          return row?.count ?? 0;
        }),
      latestResults: (service, count, window) =>
        told(async () => resultsOf(await read<ResultRow>(resultsStatement(service, count, window)), count)),
      certificates: (window) => told(async () => expiriesOf(await read<CertificateRow>(certificatesStatement(window)))),
    };
  }

  async #values(orgId: number, query: ConditionQuery, window: Window, signal: AbortSignal) {
    const context = {
      who: { orgId, seesPersonal: false },
      range: window,
      intervalMs: window.to - window.from,
      maxDataPoints: 1,
      signal,
    };
    const [frame] = await this.#queries.run({ refId: 'A', ...query, format: 'table', limit: mostGroups }, context);
    return readTable(frame);
  }
}
