import { roles, type Role } from '../../../src/contract/RouteDeclaration';
import type { PluginContext } from '../generated/backend';

/** The person that Grafana names, in the organisation that it names. */
export interface Caller {
  orgId: number;
  login: string;
  role: Role;
}

/**
 * Who asks, from the plugin context alone: nothing a client sends takes part. Undefined where Grafana names nobody, no
 * organisation, or a role that may do nothing (None) or that we do not know.
 */
export function callerOf(context: PluginContext | undefined): Caller | undefined {
  const role = roles.find((known) => known === context?.user?.role);
  const orgId = context?.orgId ?? 0;
  if (role === undefined || !Number.isSafeInteger(orgId) || orgId < 1) {
    return undefined;
  }
  return { orgId, login: context?.user?.login || 'anonymous', role };
}
