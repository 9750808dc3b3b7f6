/** Who may call a route, least first. A caller needs the named role or a stronger one. */
export const roles = ['Viewer', 'Editor', 'Admin'] as const;
export type Role = (typeof roles)[number];

export interface RouteDeclaration {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`; parameters in braces. */
  path: string;
  role: Role;
  summary: string;
}
