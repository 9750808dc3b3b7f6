import type { AlertCountQuery } from '../../../src/contract/resources/alertInstances';
import type { InstanceFilters } from '../../domain/alerting/instances/AlertInstanceRepository';
import { parseMatchers } from '../../../src/contract/alerting/parseMatchers';
import { HttpProblem } from '../errors/HttpProblem';
import { readTimeRange } from './readTimeRange';

/** What is left out does not matter. */
const always = { from: 0, to: Number.MAX_SAFE_INTEGER };

/** The instances that a query string asks for. */
export function instanceFilters(query: AlertCountQuery): InstanceFilters {
  const { from, to } = readTimeRange(query.from, query.to, always);
  const matchers = parseMatchers(query.labels ?? '');
  if (matchers === undefined) {
    throw new HttpProblem(400, 'bad_request', '"labels" must be conditions such as team="web",page_path=~"/cart.*"');
  }
  return {
    ruleId: query.rule,
    matchers,
    assignedTo: query.assigned_to,
    from: query.from === undefined ? undefined : from,
    to: query.to === undefined ? undefined : to,
    search: query.query,
  };
}
