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

/** Where every management route lives on the admin listener. */
export const apiPrefix = '/api/v1';

/** Every management route and the one place that says who may call it. What is not here does not exist. */
export const routes = {
  listApps: { method: 'GET', path: '/apps', role: 'Admin', summary: 'Apps of the organisation with their keys' },
  createApp: { method: 'POST', path: '/apps', role: 'Admin', summary: 'Create an app and its first key' },
  getApp: { method: 'GET', path: '/apps/{id}', role: 'Admin', summary: 'One app' },
  updateApp: { method: 'PATCH', path: '/apps/{id}', role: 'Admin', summary: 'Change an app' },
  deleteApp: { method: 'DELETE', path: '/apps/{id}', role: 'Admin', summary: 'Delete an app; its data goes too' },
  createAppKey: { method: 'POST', path: '/apps/{id}/keys', role: 'Admin', summary: 'Give an app another key' },
  revokeAppKey: { method: 'DELETE', path: '/apps/{id}/keys/{keyId}', role: 'Admin', summary: 'Revoke a key' },
  getFirstData: { method: 'GET', path: '/apps/{id}/first-data', role: 'Admin', summary: 'Whether data arrives' },
  getSnippet: { method: 'GET', path: '/apps/{id}/snippet', role: 'Admin', summary: 'What to paste into a page' },
  previewSeverity: {
    method: 'POST',
    path: '/severity-rules/preview',
    role: 'Admin',
    summary: 'How bad an error would be by rules that are not saved',
  },
  query: { method: 'POST', path: '/query', role: 'Viewer', summary: 'Run datasource queries' },
  listFields: { method: 'GET', path: '/fields', role: 'Viewer', summary: 'Fields for builders and variables' },
  listFieldValues: { method: 'GET', path: '/fields/{name}/values', role: 'Viewer', summary: 'Values a field has' },
  listErrorGroups: { method: 'GET', path: '/error-groups', role: 'Viewer', summary: 'Errors by cause' },
  getErrorGroup: { method: 'GET', path: '/error-groups/{id}', role: 'Viewer', summary: 'One group and its history' },
  resolveErrorGroup: { method: 'POST', path: '/error-groups/{id}/resolve', role: 'Editor', summary: 'Say it is done' },
  ignoreErrorGroup: { method: 'POST', path: '/error-groups/{id}/ignore', role: 'Editor', summary: 'Leave it be' },
  reopenErrorGroup: { method: 'POST', path: '/error-groups/{id}/reopen', role: 'Editor', summary: 'Take it up again' },
  decideErrorGroups: {
    method: 'POST',
    path: '/error-groups/bulk',
    role: 'Editor',
    summary: 'Decide about many at once',
  },
  listErrorGroupEvents: {
    method: 'GET',
    path: '/error-groups/{id}/events',
    role: 'Viewer',
    summary: 'Errors of a group, newest first, with their stacks',
  },
  listErrorBreadcrumbs: {
    method: 'GET',
    path: '/error-groups/{id}/events/{eventId}/breadcrumbs',
    role: 'Viewer',
    summary: 'What the visitor did before an error',
  },
  listAlertRules: { method: 'GET', path: '/alert-rules', role: 'Viewer', summary: 'When somebody is to be told' },
  createAlertRule: { method: 'POST', path: '/alert-rules', role: 'Editor', summary: 'Create a rule' },
  previewAlertRule: {
    method: 'POST',
    path: '/alert-rules/preview',
    role: 'Editor',
    summary: 'What a rule would have done, stored or not',
  },
  getAlertRule: { method: 'GET', path: '/alert-rules/{id}', role: 'Viewer', summary: 'One rule and how it fares' },
  listAlertEvaluations: {
    method: 'GET',
    path: '/alert-rules/{id}/evaluations',
    role: 'Viewer',
    summary: 'Evaluations of a rule in the last day, newest first',
  },
  updateAlertRule: { method: 'PATCH', path: '/alert-rules/{id}', role: 'Editor', summary: 'Change a rule' },
  deleteAlertRule: { method: 'DELETE', path: '/alert-rules/{id}', role: 'Editor', summary: 'Delete a rule' },
  listAlertInstances: { method: 'GET', path: '/alert-instances', role: 'Viewer', summary: 'What fires and has fired' },
  getAlertInstance: { method: 'GET', path: '/alert-instances/{id}', role: 'Viewer', summary: 'One instance' },
  listAlertHistory: {
    method: 'GET',
    path: '/alert-instances/{id}/history',
    role: 'Viewer',
    summary: 'What happened to an instance, oldest first',
  },
  acknowledgeAlert: {
    method: 'POST',
    path: '/alert-instances/{id}/acknowledge',
    role: 'Editor',
    summary: 'Say that somebody has it',
  },
  unacknowledgeAlert: {
    method: 'POST',
    path: '/alert-instances/{id}/unacknowledge',
    role: 'Editor',
    summary: 'Say that nobody has it any more',
  },
  assignAlert: { method: 'POST', path: '/alert-instances/{id}/assign', role: 'Editor', summary: 'Say who has it' },
  resolveAlert: { method: 'POST', path: '/alert-instances/{id}/resolve', role: 'Editor', summary: 'Say it is over' },
  commentOnAlert: { method: 'POST', path: '/alert-instances/{id}/comments', role: 'Editor', summary: 'Add a comment' },
  exportAlertRules: {
    method: 'GET',
    path: '/alert-rules/export',
    role: 'Editor',
    summary: 'Rules, silences, windows and channels as YAML, as files hold them',
  },
  importAlertRules: {
    method: 'POST',
    path: '/alert-rules/import',
    role: 'Editor',
    summary: 'Bring what is stored to what such a YAML says',
  },
  countAlertInstances: {
    method: 'GET',
    path: '/alert-instances/counts',
    role: 'Viewer',
    summary: 'How many there are of each status and severity',
  },
  actOnAlerts: { method: 'POST', path: '/alert-instances/bulk', role: 'Editor', summary: 'Act on many at once' },
  listSilences: { method: 'GET', path: '/silences', role: 'Viewer', summary: 'Alerts that nobody is told of' },
  createSilence: { method: 'POST', path: '/silences', role: 'Editor', summary: 'Silence alerts for a while' },
  getSilence: { method: 'GET', path: '/silences/{id}', role: 'Viewer', summary: 'One silence' },
  updateSilence: { method: 'PATCH', path: '/silences/{id}', role: 'Editor', summary: 'Change or end a silence' },
  deleteSilence: { method: 'DELETE', path: '/silences/{id}', role: 'Editor', summary: 'Delete a silence' },
  listMaintenanceWindows: {
    method: 'GET',
    path: '/maintenance-windows',
    role: 'Viewer',
    summary: 'Announced work, once and recurring',
  },
  createMaintenanceWindow: {
    method: 'POST',
    path: '/maintenance-windows',
    role: 'Editor',
    summary: 'Announce work',
  },
  getMaintenanceWindow: { method: 'GET', path: '/maintenance-windows/{id}', role: 'Viewer', summary: 'One window' },
  updateMaintenanceWindow: {
    method: 'PATCH',
    path: '/maintenance-windows/{id}',
    role: 'Editor',
    summary: 'Change a window',
  },
  deleteMaintenanceWindow: {
    method: 'DELETE',
    path: '/maintenance-windows/{id}',
    role: 'Editor',
    summary: 'Delete a window',
  },
  listIntegrations: { method: 'GET', path: '/integrations', role: 'Admin', summary: 'Systems that send their alerts' },
  createIntegration: {
    method: 'POST',
    path: '/integrations',
    role: 'Admin',
    summary: 'Take alerts of another system; its token is shown once',
  },
  getIntegration: { method: 'GET', path: '/integrations/{id}', role: 'Admin', summary: 'One integration' },
  updateIntegration: {
    method: 'PATCH',
    path: '/integrations/{id}',
    role: 'Admin',
    summary: 'Rename it, or give it a new token',
  },
  deleteIntegration: {
    method: 'DELETE',
    path: '/integrations/{id}',
    role: 'Admin',
    summary: 'Delete an integration and its rule',
  },
  listBehaviour: {
    method: 'GET',
    path: '/behaviour-patterns',
    role: 'Viewer',
    summary: 'What sessions did: entry and exit pages, sequences, features',
  },
  listTokens: { method: 'GET', path: '/tokens', role: 'Admin', summary: 'Tokens, without their secrets' },
  createToken: { method: 'POST', path: '/tokens', role: 'Admin', summary: 'Create a token; shown once' },
  revokeToken: { method: 'DELETE', path: '/tokens/{id}', role: 'Admin', summary: 'Revoke a token' },
  listNotificationChannels: {
    method: 'GET',
    path: '/notification-channels',
    role: 'Admin',
    summary: 'Where messages go',
  },
  listNotificationChannelNames: {
    method: 'GET',
    path: '/notification-channels/names',
    role: 'Viewer',
    summary: 'Names and kinds of channels, for rules',
  },
  createNotificationChannel: {
    method: 'POST',
    path: '/notification-channels',
    role: 'Admin',
    summary: 'Create a channel',
  },
  getNotificationChannel: { method: 'GET', path: '/notification-channels/{id}', role: 'Admin', summary: 'One channel' },
  updateNotificationChannel: {
    method: 'PATCH',
    path: '/notification-channels/{id}',
    role: 'Admin',
    summary: 'Change a channel; rules follow a new name',
  },
  deleteNotificationChannel: {
    method: 'DELETE',
    path: '/notification-channels/{id}',
    role: 'Admin',
    summary: 'Delete a channel that no rule names',
  },
  testNotificationChannel: {
    method: 'POST',
    path: '/notification-channels/{id}/test',
    role: 'Admin',
    summary: 'Send a test message; answers what the provider says',
  },
  testAlertRule: {
    method: 'POST',
    path: '/alert-rules/{id}/test-notification',
    role: 'Editor',
    summary: 'Send a sample of a rule to its channels',
  },
  listNotificationDeliveries: {
    method: 'GET',
    path: '/notification-deliveries',
    role: 'Admin',
    summary: 'What was sent, and what was not and why',
  },
  listRetentionPolicies: {
    method: 'GET',
    path: '/retention-policies',
    role: 'Admin',
    summary: 'How long data is kept',
  },
  setRetentionPolicies: {
    method: 'PUT',
    path: '/retention-policies',
    role: 'Admin',
    summary: 'Keep data for other days',
  },
  listKeptData: {
    method: 'GET',
    path: '/retention-policies/kept',
    role: 'Admin',
    summary: 'What is kept, and since when',
  },
  countConsent: {
    method: 'GET',
    path: '/privacy/consent',
    role: 'Admin',
    summary: 'Decisions of visitors, counted by day',
  },
  listConsentOfSubject: {
    method: 'GET',
    path: '/privacy/consent/{subject}',
    role: 'Admin',
    summary: 'Decisions of one pseudonym',
  },
  eraseConsentOfSubject: {
    method: 'DELETE',
    path: '/privacy/consent/{subject}',
    role: 'Admin',
    summary: 'Erase the decisions of one pseudonym',
  },
  getStatus: { method: 'GET', path: '/status', role: 'Viewer', summary: 'How the server is, and what to do' },
  getOpenApi: { method: 'GET', path: '/openapi.json', role: 'Viewer', summary: 'This document' },
} as const satisfies Record<string, RouteDeclaration>;

export type RouteName = keyof typeof routes;
