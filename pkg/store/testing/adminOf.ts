import type { Identity } from '../../domain/access/Identity';

/** Somebody who may do everything in an organisation. */
export function adminOf(orgId: number, login = 'API'): Identity {
  return { orgId, role: 'Admin', scope: 'admin', login, seesPersonal: true };
}
