import type { FastifyInstance } from 'fastify';
import type { CheckSecrets } from '../../../../src/contract/health/secrets';
import { checkKinds } from '../../../../src/contract/health/kinds/kinds';
import { healthStatuses } from '../../../../src/contract/health/words';
import type { ProbeResult, TryHealthCheck } from '../../../../src/contract/resources/healthChecks';
import type { Identity } from '../../../domain/access/Identity';
import { type CheckSettingsOf, withCheckDefaults } from '../../../domain/health/checks/checkDefaults';
import { checkHealthCheck } from '../../../domain/health/checks/checkHealthCheck';
import { CheckProblem } from '../../../domain/health/checks/CheckProblem';
import { checkSecretsStay } from '../../../domain/health/checks/checkSecrets';
import type { KeptCheck } from '../../../domain/health/checks/HealthCheckRepository';
import { readCheckSettings } from '../../../domain/health/checks/readCheckSettings';
import { judgeResult } from '../../../domain/health/status/judgeResult';
import { newCheckMemory } from '../../../domain/health/status/CheckMemory';
import { statusRulesOf } from '../../../domain/health/status/statusRulesOf';
import type { AdminDependencies } from '../AdminDependencies';
import { conditionChecks } from '../conditionChecks';
import { pageRequest } from '../pageRequest';
import { readChoices } from '../readChoices';
import { route } from '../route';

type SecretName = keyof CheckSecrets;

/** Health checks. What could not be looked at is refused before it is kept. */
export function healthCheckRoutes(app: FastifyInstance, dependencies: AdminDependencies): void {
  const { healthChecks, checkRunner, probeGuard, location, ingestUrl, clock } = dependencies;
  const check = (who: Identity, settings: CheckSettingsOf, secrets: readonly SecretName[]) =>
    checkHealthCheck(settings, secrets, { guard: probeGuard, ...conditionChecks(who.orgId, clock.now()) });
  const answer = (who: Identity, { heartbeatToken: token, ...kept }: KeptCheck) => ({
    ...kept,
    heartbeat_url: token === null || who.role === 'Viewer' ? null : `${ingestUrl}/heartbeat/${token}`,
  });
  /** A stored check with a change, checked; undefined secrets: the stored ones. */
  const changed = (who: Identity, before: KeptCheck, change: TryHealthCheck) => {
    const { secrets, ...given } = change;
    const after = { ...before, ...withoutUndefined(given), kind: before.kind };
    const known = check(who, after, namesOf(secrets ?? before.secret_names));
    if (secrets === undefined) {
      checkSecretsStay(readCheckSettings(before.kind, before.settings), known, before.secret_names);
    }
    return after;
  };
  const look = async (
    who: Identity,
    { settings, secrets, waitingSince }: { settings: CheckSettingsOf; secrets: CheckSecrets; waitingSince: number },
    signal: AbortSignal
  ): Promise<ProbeResult> => {
    const report = await checkRunner.run(
      { ...settings, orgId: who.orgId, secrets, lastBeat: null, waitingSince },
      signal
    );
    const at = clock.now();
    if (report === undefined) {
      throw new CheckProblem('kind', 'is one that says something only with time: nothing has come in yet to judge by');
    }
    // One failure is what it would come to: who tries a check wants to know how this one look went.
    const rules = { ...statusRulesOf(settings), failuresToDown: 1, successesToRecover: 1 };
    const judged = judgeResult(
      newCheckMemory,
      { at, outcome: report.outcome, responseTimeMs: report.durationMs },
      rules
    );
    return {
      checked_at: new Date(at).toISOString(),
      status: judged.status,
      response_time_ms: report.durationMs,
      last_error: report.error,
      location,
      attempts: 1,
      phases: report.phases,
      assertions: report.assertions,
      details: report.details,
    };
  };

  route(app, 'listHealthChecks', async ({ who, query }) => {
    const page = await healthChecks.list(who, {
      statuses: readChoices('status', query.status, [...healthStatuses, 'unknown'] as const),
      kind: query.kind,
      group: query.group,
      search: query.query,
      ...pageRequest(query),
    });
    return { ...page, items: page.items.map((each) => answer(who, each)) };
  });
  route(app, 'getHealthCheck', async ({ who, params }) => {
    const found = await healthChecks.get(who, params.id);
    return found && answer(who, found);
  });
  route(app, 'createHealthCheck', async ({ who, body }) => {
    check(who, withCheckDefaults(body), namesOf(body.secrets ?? {}));
    return answer(who, await healthChecks.create(who, body));
  });
  route(app, 'updateHealthCheck', async ({ who, params, body }) => {
    const before = await healthChecks.get(who, params.id);
    if (before === undefined) {
      return undefined;
    }
    const { expected_version: _version, ...change } = body;
    changed(who, before, change);
    const after = await healthChecks.update(who, params.id, body);
    return after && answer(who, after);
  });
  route(app, 'deleteHealthCheck', async ({ who, params }) =>
    (await healthChecks.delete(who, params.id)) ? null : undefined
  );
  route(app, 'tryHealthCheck', async ({ who, body, signal }) => {
    const { kind, settings, service_name = 'unsaved', secrets = {}, ...more } = body;
    if (kind === undefined || settings === undefined) {
      throw new CheckProblem(
        kind === undefined ? 'kind' : 'settings',
        `is missing; kinds are ${checkKinds.join(', ')}`
      );
    }
    const whole = withCheckDefaults({ ...more, kind, settings, service_name });
    check(who, whole, namesOf(secrets));
    return look(who, { settings: whole, secrets, waitingSince: clock.now() }, signal);
  });
  route(app, 'runHealthCheck', async ({ who, params, body, signal }) => {
    const before = await healthChecks.get(who, params.id);
    if (before === undefined) {
      return undefined;
    }
    if (body?.kind !== undefined && body.kind !== before.kind) {
      throw new CheckProblem('kind', 'of a check never changes: try another kind without a check');
    }
    const settings = changed(who, before, body ?? {});
    const secrets = body?.secrets ?? (await healthChecks.secrets(who, params.id));
    return look(who, { settings, secrets, waitingSince: Date.parse(before.created_at) }, signal);
  });
  route(app, 'listHealthResults', async ({ who, params, query }) =>
    healthChecks.results(who, params.id, {
      from: query.from === undefined ? undefined : Date.parse(query.from),
      to: query.to === undefined ? undefined : Date.parse(query.to),
      statuses: readChoices('status', query.status, healthStatuses),
      ...pageRequest(query),
    })
  );
  route(app, 'getUptime', ({ who, params }) => healthChecks.uptime(who, params.id));
}

function namesOf(secrets: CheckSecrets | readonly string[]): SecretName[] {
  return (Array.isArray(secrets) ? secrets : Object.keys(secrets)) as SecretName[];
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}
