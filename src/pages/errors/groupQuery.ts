import type { Query } from '../../contract/query/Query';
import type { ErrorGroup } from '../../contract/resources/errorGroups';

/** A question about the errors of one group. */
export function groupQuery(group: Pick<ErrorGroup, 'app' | 'fingerprint'>, part: Partial<Query>): Query {
  return {
    refId: 'errors',
    kind: 'errors',
    calculation: 'count',
    ...part,
    filters: [
      { field: 'app', operator: '=', value: group.app },
      { field: 'fingerprint', operator: '=', value: group.fingerprint },
    ],
  };
}
