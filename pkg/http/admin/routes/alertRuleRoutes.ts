import type { FastifyInstance } from 'fastify';
import type { CreateAlertRule } from '../../../../src/contract/resources/alertRules';
import type { Identity } from '../../../domain/access/Identity';
import { checkRule } from '../../../domain/alerting/rules/checkRule';
import { complaintAboutQuery } from '../../../domain/query/complaintAboutQuery';
import type { AdminDependencies } from '../AdminDependencies';
import { pageRequest } from '../pageRequest';
import { route } from '../route';

const minute = 60_000;

/** Alert rules. What could not be evaluated is refused before it is kept. */
export function alertRuleRoutes(app: FastifyInstance, { alertRules, clock }: AdminDependencies): void {
  const check = (who: Identity, rule: CreateAlertRule): void => {
    const now = clock.now();
    // Messages leave the house: nothing of a person may be in them, whoever makes the rule.
    const context = {
      who: { orgId: who.orgId, seesPersonal: false },
      range: { from: now - minute, to: now },
      intervalMs: minute,
      maxDataPoints: 1,
    };
    checkRule(rule, {
      complaintAboutQuery: (query) => {
        const complaint = complaintAboutQuery({ refId: 'A', format: 'table', ...query }, context, now);
        return complaint && `cannot be asked: ${complaint}`;
      },
      complaintAboutRegex: (value) => {
        const filters = [{ field: 'error_message', operator: '=~' as const, value }];
        const asked = { ...context, who: { ...context.who, seesPersonal: true } };
        const complaint = complaintAboutQuery({ refId: 'A', format: 'table', kind: 'errors', filters }, asked, now);
        return complaint && `cannot be asked: ${complaint}`;
      },
    });
  };

  route(app, 'listAlertRules', ({ who, query }) => alertRules.list(who, pageRequest(query)));
  route(app, 'getAlertRule', ({ who, params }) => alertRules.get(who, params.id));
  route(app, 'createAlertRule', async ({ who, body }) => {
    check(who, body);
    return alertRules.create(who, body);
  });
  route(app, 'updateAlertRule', async ({ who, params, body }) => {
    const before = await alertRules.get(who, params.id);
    if (before === undefined) {
      return undefined;
    }
    check(who, { ...before, ...body });
    return alertRules.update(who, params.id, body);
  });
  route(app, 'deleteAlertRule', async ({ who, params }) =>
    (await alertRules.delete(who, params.id)) ? null : undefined
  );
}
