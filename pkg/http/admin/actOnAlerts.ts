import type { AlertInstanceDetail } from '../../../src/contract/resources/alertInstances';
import type { ActOnAlerts, AlertActedOn } from '../../../src/contract/resources/bulkAlertInstances';
import type { AlertInstanceRepository } from '../../domain/alerting/instances/AlertInstanceRepository';
import type { RuleKeeper } from '../../domain/alerting/rules/AlertRuleRepository';
import type { Logger } from '../../lib/Logger';
import { HttpProblem } from '../errors/HttpProblem';
import { actOnEach, type NamedItem } from './actOnEach';

/** Acts on one instance after the other, as `actOnEach` does. */
export async function actOnAlerts(
  instances: AlertInstanceRepository,
  who: RuleKeeper,
  request: ActOnAlerts,
  logger: Logger
): Promise<AlertActedOn[]> {
  checkOptions(request);
  const outcomes = await actOnEach(request.items, 'alert', (item) => actOn(instances, who, item, request), logger);
  return outcomes.map((outcome) =>
    'done' in outcome ? { id: outcome.id, status: outcome.status, instance: outcome.done } : outcome
  );
}

function checkOptions({ act, until, to, comment }: ActOnAlerts): void {
  if (until !== undefined && act !== 'acknowledge') {
    throw new HttpProblem(400, 'bad_request', '"until" belongs to the act "acknowledge"');
  }
  if ((to === undefined) === (act === 'assign')) {
    throw new HttpProblem(400, 'bad_request', '"to" belongs to the act "assign", which needs it: a login, or null');
  }
  if (act === 'comment' && (comment ?? '').trim() === '') {
    throw new HttpProblem(400, 'bad_request', '"comment" must have a text');
  }
}

function actOn(
  instances: AlertInstanceRepository,
  who: RuleKeeper,
  { id, expected_version }: NamedItem,
  { act, until, to = null, comment }: ActOnAlerts
): Promise<AlertInstanceDetail | undefined> {
  const said = {
    ...(comment !== undefined && { comment }),
    ...(expected_version !== undefined && { expected_version }),
  };
  switch (act) {
    case 'acknowledge':
      return instances.acknowledge(who, id, { ...said, ...(until !== undefined && { until }) });
    case 'unacknowledge':
      return instances.unacknowledge(who, id, said);
    case 'assign':
      return instances.assign(who, id, { ...said, to });
    case 'resolve':
      return instances.resolve(who, id, said);
    case 'comment':
      return instances.comment(who, id, { ...said, comment: comment ?? '' });
  }
}
