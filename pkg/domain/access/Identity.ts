import type { Role } from '../../../src/contract/RouteDeclaration';

/** Who stands behind a call, as vouched for by a token or by Grafana. */
export interface Identity {
  orgId: number;
  role: Role;
  /** What the caller may do beside their role: an `upload` token uploads and does nothing else. */
  scope: 'user' | 'admin' | 'read' | 'upload';
  /** Shown in the audit log: a Grafana login, or "API" for a bare admin token. */
  login: string;
  /** Sessions, users and free text of visitors may be shown. False for alert rules and public dashboards. */
  seesPersonal: boolean;
}
