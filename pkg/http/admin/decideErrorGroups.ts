import type { DecidedErrorGroup, DecideErrorGroups } from '../../../src/contract/resources/bulkErrorGroups';
import type { ErrorGroup } from '../../../src/contract/resources/errorGroups';
import type { ErrorGroupRepository, GroupReader } from '../../domain/errors/groups/ErrorGroupRepository';
import type { Logger } from '../../lib/Logger';
import { HttpProblem } from '../errors/HttpProblem';
import { actOnEach } from './actOnEach';

/** Decides about one group after the other, as `actOnEach` does. */
export async function decideErrorGroups(
  groups: ErrorGroupRepository,
  who: GroupReader,
  request: DecideErrorGroups,
  logger: Logger
): Promise<DecidedErrorGroup[]> {
  checkOptions(request);
  const outcomes = await actOnEach(
    request.items,
    'group',
    ({ id, expected_version }) => decide(groups, who, id, request, expected_version),
    logger
  );
  return outcomes.map((outcome) =>
    'done' in outcome ? { id: outcome.id, status: outcome.status, group: outcome.done } : outcome
  );
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
