import type { RouteDeclaration } from './RouteDeclaration';

/** Routes of checks, incidents and public status pages. */
export const healthRoutes = {
  listHealthChecks: { method: 'GET', path: '/health-checks', role: 'Viewer', summary: 'Checks and how services are' },
  createHealthCheck: { method: 'POST', path: '/health-checks', role: 'Editor', summary: 'Create a check' },
  tryHealthCheck: {
    method: 'POST',
    path: '/health-checks/run',
    role: 'Editor',
    summary: 'Look now, as a check says that is not saved',
  },
  getHealthCheck: { method: 'GET', path: '/health-checks/{id}', role: 'Viewer', summary: 'One check' },
  updateHealthCheck: { method: 'PATCH', path: '/health-checks/{id}', role: 'Editor', summary: 'Change a check' },
  deleteHealthCheck: { method: 'DELETE', path: '/health-checks/{id}', role: 'Editor', summary: 'Delete a check' },
  runHealthCheck: {
    method: 'POST',
    path: '/health-checks/{id}/run',
    role: 'Editor',
    summary: 'Look now; nothing is kept',
  },
  listHealthResults: {
    method: 'GET',
    path: '/health-checks/{id}/results',
    role: 'Viewer',
    summary: 'Results, newest first',
  },
  getUptime: {
    method: 'GET',
    path: '/health-checks/{id}/uptime',
    role: 'Viewer',
    summary: 'Uptime by period against the target',
  },
  listIncidents: { method: 'GET', path: '/incidents', role: 'Viewer', summary: 'Incidents, newest first' },
  getIncident: { method: 'GET', path: '/incidents/{id}', role: 'Viewer', summary: 'One incident and its timeline' },
  updateIncident: { method: 'PATCH', path: '/incidents/{id}', role: 'Editor', summary: 'Say what the cause was' },
  commentOnIncident: {
    method: 'POST',
    path: '/incidents/{id}/comments',
    role: 'Editor',
    summary: 'Add a comment to the timeline',
  },
  listStatusPages: { method: 'GET', path: '/status-pages', role: 'Admin', summary: 'Public pages' },
  createStatusPage: { method: 'POST', path: '/status-pages', role: 'Admin', summary: 'Create a public page' },
  getStatusPage: { method: 'GET', path: '/status-pages/{id}', role: 'Admin', summary: 'One public page' },
  updateStatusPage: { method: 'PATCH', path: '/status-pages/{id}', role: 'Admin', summary: 'Change a public page' },
  deleteStatusPage: { method: 'DELETE', path: '/status-pages/{id}', role: 'Admin', summary: 'Delete a public page' },
} as const satisfies Record<string, RouteDeclaration>;
