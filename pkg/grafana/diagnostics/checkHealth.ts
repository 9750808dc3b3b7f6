import type { ServerStatus } from '../../../src/contract/resources/status';
import { apiPrefix, routes } from '../../../src/contract/routes';
import type { Clock } from '../../lib/Clock';
import { callerOf } from '../caller/callerOf';
import type { PluginContext } from '../generated/backend';
import { asCaller } from '../server/asCaller';
import { messageOf } from '../server/messageOf';
import { problemOf } from '../server/problemOf';
import { readBody } from '../server/readBody';
import type { SeamarkServer } from '../server/SeamarkServer';
import type { ServerFor } from '../server/serverFor';
import { healthOf, unwell, type Health } from './healthOf';

/** Asks the server behind a datasource how it is. Never rejects: what went wrong is the answer. */
export async function checkHealth(
  context: PluginContext | undefined,
  serverFor: ServerFor,
  clock: Clock,
  pluginVersion: string,
  signal: AbortSignal
): Promise<Health> {
  // Grafana also checks for itself, without a user; the status holds nothing that a Viewer may not read.
  const caller = callerOf(context) ?? { orgId: Math.max(1, context?.orgId ?? 1), login: 'grafana' };
  try {
    const server = await serverFor(context, signal);
    const answer = await asCaller(server, { ...caller, role: 'Viewer', seesPersonal: false }, clock, {
      method: routes.getStatus.method,
      url: `${apiPrefix}${routes.getStatus.path}`,
      headers: { accept: 'application/json' },
      signal,
    });
    const body = await readBody(answer);
    const status = answer.status === 200 ? statusOf(body) : undefined;
    return status
      ? healthOf(status, server.mode, pluginVersion)
      : unwell(explain(answer.status, body, server.mode), pluginVersion);
  } catch (cause) {
    return unwell(messageOf(cause), pluginVersion);
  }
}

function explain(status: number, body: Buffer, mode: SeamarkServer['mode']): string {
  const problem = problemOf(body);
  if (mode === 'remote' && (status === 401 || status === 403)) {
    return 'The Seamark server refuses the token. Create a token of scope "remote" on the server and enter it here.';
  }
  if (mode === 'remote' && (problem === undefined || status === 404)) {
    return `What answers at the address of the Seamark server is something else (status ${status}). Give the address of its admin listener, port 8028 by default.`;
  }
  return problem ?? `The Seamark server answered with status ${status}.`;
}

function statusOf(body: Buffer): ServerStatus | undefined {
  try {
    const parsed = JSON.parse(body.toString()) as Partial<ServerStatus> | null;
    const complete =
      typeof parsed?.version === 'string' && Array.isArray(parsed.findings) && typeof parsed.database === 'object';
    return complete ? (parsed as ServerStatus) : undefined;
  } catch {
    return undefined;
  }
}
