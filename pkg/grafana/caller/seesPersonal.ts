import { roles } from '../../../src/contract/RouteDeclaration';
import type { Caller } from './callerOf';
import { identityOf } from './idToken';

const personalFrom = roles.indexOf('Editor');

/**
 * Whether a query may show sessions, users and free text of visitors: only where Grafana's identity token shows that a
 * person (or a service account) asks, the same one as the plugin context names, and both say Editor or more. Alert rules
 * and public dashboards arrive as role Admin without such a token; the role alone therefore gives nothing.
 */
export function seesPersonal(caller: Caller, idToken: string | undefined, now: number): boolean {
  const identity = identityOf(idToken, now);
  if (!identity || identity.orgId !== caller.orgId || roles.indexOf(caller.role) < personalFrom) {
    return false;
  }
  const same =
    identity.type === 'user'
      ? identity.username === caller.login
      : identity.type === 'service-account' && caller.login.startsWith('sa-');
  return same && (identity.role === undefined || roles.findIndex((known) => known === identity.role) >= personalFrom);
}
