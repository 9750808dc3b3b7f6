import type { DecidedErrorGroup, DecideErrorGroups } from '../../../src/contract/resources/bulkErrorGroups';
import type { ErrorGroup } from '../../../src/contract/resources/errorGroups';
import type { ErrorGroupRepository, GroupReader } from '../../domain/errors/groups/ErrorGroupRepository';
import type { Logger } from '../../lib/Logger';
import { HttpProblem } from '../errors/HttpProblem';
import { problemOf } from '../errors/problemOf';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Decides about one group after the other, each in a transaction of its own: what is wrong with one of them never costs
 * its neighbours, and the answer names it. Once the store is away, the rest is not tried.
 */
export async function decideErrorGroups(
  groups: ErrorGroupRepository,
  who: GroupReader,
  request: DecideErrorGroups,
  logger: Logger
): Promise<DecidedErrorGroup[]> {
  checkOptions(request);
  const decided: DecidedErrorGroup[] = [];
  const named = new Set<string>();
  let away: HttpProblem | undefined;
  for (const { id, expected_version } of request.items) {
    try {
      if (away !== undefined) {
        throw away;
      }
      if (named.has(id)) {
        throw new HttpProblem(400, 'bad_request', 'This group is named twice: its first place counts');
      }
      named.add(id);
      const group = uuid.test(id) ? await decide(groups, who, id, request, expected_version) : undefined;
      if (group === undefined) {
        throw new HttpProblem(404, 'not_found', 'There is no such group in this organisation');
      }
      decided.push({ id, status: 200, group });
    } catch (error) {
      const problem = problemOf(error);
      away = problem.status === 503 ? problem : away;
      if (problem.status === 500) {
        logger.error('A group could not be decided about', error, { group: id, act: request.act });
      }
      decided.push({ id, status: problem.status, error: { code: problem.code, message: problem.message } });
    }
  }
  return decided;
}

function checkOptions({ act, in: release, until, until_events }: DecideErrorGroups): void {
  if (release !== undefined && act !== 'resolve') {
    throw new HttpProblem(400, 'bad_request', '"in" belongs to the act "resolve"');
  }
  if ((until !== undefined || until_events !== undefined) && act !== 'ignore') {
    throw new HttpProblem(400, 'bad_request', '"until" and "until_events" belong to the act "ignore"');
  }
}

function decide(
  groups: ErrorGroupRepository,
  who: GroupReader,
  id: string,
  { act, in: release, until, until_events, comment }: DecideErrorGroups,
  expected_version: number | undefined
): Promise<ErrorGroup | undefined> {
  const said = {
    ...(comment !== undefined && { comment }),
    ...(expected_version !== undefined && { expected_version }),
  };
  switch (act) {
    case 'resolve':
      return groups.resolve(who, id, { ...said, ...(release !== undefined && { in: release }) });
    case 'ignore':
      return groups.ignore(who, id, {
        ...said,
        ...(until !== undefined && { until }),
        ...(until_events !== undefined && { until_events }),
      });
    case 'reopen':
      return groups.reopen(who, id, said);
  }
}
