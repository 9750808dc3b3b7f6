import type { FastifyInstance } from 'fastify';
import type { CreateApp } from '../../../../src/contract/resources/apps';
import { previewSeverity } from '../../../domain/errors/previewSeverity';
import { severityRuleProblems } from '../../../domain/errors/severityRules';
import { HttpProblem } from '../../errors/HttpProblem';
import type { AdminDependencies } from '../AdminDependencies';
import { pageRequest } from '../pageRequest';
import { route } from '../route';
import { snippetOf } from '../snippetOf';

/** Apps: what is monitored. */
export function appRoutes(app: FastifyInstance, { apps, ingestUrl }: AdminDependencies): void {
  route(app, 'listApps', ({ who, query }) => apps.list(who, pageRequest(query)));
  route(app, 'createApp', ({ who, body }) => {
    checkRules(body);
    return apps.create(who, body);
  });
  route(app, 'getApp', ({ who, params }) => apps.get(who, params.id));
  route(app, 'updateApp', ({ who, params, body }) => {
    checkRules(body);
    return apps.update(who, params.id, body);
  });
  route(app, 'deleteApp', async ({ who, params }) => ((await apps.delete(who, params.id)) ? null : undefined));
  route(app, 'getFirstData', ({ who, params }) => apps.firstData(who, params.id));
  route(app, 'getSnippet', async ({ who, params }) => {
    const found = await apps.get(who, params.id);
    return found && snippetOf(found, ingestUrl);
  });
  route(app, 'previewSeverity', ({ body }) => Promise.resolve(previewSeverity(body)));
}

/** What the schema cannot say: whether the patterns can be read, and how much they cost. */
function checkRules({ severity_rules: rules = [] }: Pick<CreateApp, 'severity_rules'>): void {
  const [problem] = severityRuleProblems(rules);
  if (problem !== undefined) {
    const place = problem.rule === null ? 'severity_rules are' : `severity_rules/${problem.rule}/message is`;
    throw new HttpProblem(400, 'bad_request', `body/${place} ${problem.message}`);
  }
}
