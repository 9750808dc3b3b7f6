import type { FastifyInstance } from 'fastify';
import type { CreateAlertRule } from '../../../../src/contract/resources/alertRules';
import type { Identity } from '../../../domain/access/Identity';
import { readTriedRule } from '../../../domain/alerting/preview/readTriedRule';
import { checkExternal, isExternal } from '../../../domain/alerting/rules/checkExternal';
import { checkRule } from '../../../domain/alerting/rules/checkRule';
import { RuleProblem } from '../../../domain/alerting/rules/RuleProblem';
import { HttpProblem } from '../../errors/HttpProblem';
import type { AdminDependencies } from '../AdminDependencies';
import { pageRequest } from '../pageRequest';
import { readTimeRange } from '../readTimeRange';
import { route } from '../route';
import { conditionChecks } from '../conditionChecks';

const minute = 60_000;
const longestPreview = 31 * 24 * 60 * minute;

/** Alert rules. What could not be evaluated is refused before it is kept. */
export function alertRuleRoutes(app: FastifyInstance, { alertRules, alertPreviews, clock }: AdminDependencies): void {
  const check = (who: Identity, rule: CreateAlertRule): void =>
    void checkRule(rule, conditionChecks(who.orgId, clock.now()));

  route(app, 'listAlertRules', ({ who, query }) => alertRules.list(who, pageRequest(query)));
  route(app, 'getAlertRule', ({ who, params }) => alertRules.get(who, params.id));
  route(app, 'listAlertEvaluations', ({ who, params, query }) =>
    alertRules.evaluations(who, params.id, pageRequest(query))
  );
  route(app, 'previewAlertRule', async ({ who, body, signal }) => {
    const range = readTimeRange(body.from, body.to);
    if (range.to - range.from > longestPreview) {
      throw new RuleProblem('from', 'must be at most 31 days before "to"');
    }
    const rule = readTriedRule(body);
    checkExternal(undefined, rule);
    check(who, rule);
    return alertPreviews.preview(who.orgId, rule, range, signal);
  });
  route(app, 'createAlertRule', async ({ who, body, signal }) => {
    checkExternal(undefined, body);
    check(who, body);
    const tested = await alertPreviews.evaluateOnce(who.orgId, body, signal);
    return { ...(await alertRules.create(who, body)), last_evaluation: tested };
  });
  route(app, 'updateAlertRule', async ({ who, params, body, signal }) => {
    const before = await alertRules.get(who, params.id);
    if (before === undefined) {
      return undefined;
    }
    const after = { ...before, ...body };
    checkExternal(before, body);
    check(who, after);
    const asksAnew = !isExternal(before) && (body.condition_config !== undefined || body.condition_type !== undefined);
    const tested = asksAnew ? await alertPreviews.evaluateOnce(who.orgId, after, signal) : undefined;
    const rule = await alertRules.update(who, params.id, body);
    return rule && { ...rule, ...(tested && { last_evaluation: tested }) };
  });
  route(app, 'deleteAlertRule', async ({ who, params }) => {
    const before = await alertRules.get(who, params.id);
    if (before !== undefined && isExternal(before)) {
      throw new HttpProblem(409, 'conflict', 'This rule belongs to an integration: delete that');
    }
    return (await alertRules.delete(who, params.id)) ? null : undefined;
  });
}
