import { type Role, roles } from '../../../src/contract/RouteDeclaration';
import type { Identity } from './Identity';

/** Whether `who` may call a route that asks for `role`: that role or a stronger one, and never by an upload token. */
export function mayCall(who: Identity, role: Role): boolean {
  return who.scope !== 'upload' && roles.indexOf(who.role) >= roles.indexOf(role);
}
