import { pluginIds } from './pluginIds';

/** Where the app's pages live in Grafana, without its sub path. Dashboards, links and the pages themselves use these. */
export const appRoot = `/a/${pluginIds.app}`;

export const pagePaths = {
  overview: `${appRoot}/overview`,
  webVitals: `${appRoot}/web-vitals`,
  errors: `${appRoot}/errors`,
  alerts: `${appRoot}/alerts`,
  alertRules: `${appRoot}/alerts/rules`,
  alertChannels: `${appRoot}/alerts/channels`,
  alertDeliveries: `${appRoot}/alerts/deliveries`,
  alertSilences: `${appRoot}/alerts/silences`,
  health: `${appRoot}/health`,
  healthServices: `${appRoot}/health/services`,
  incidents: `${appRoot}/health/incidents`,
  statusPages: `${appRoot}/health/status-pages`,
  settings: `${appRoot}/settings`,
} as const;

/** The tab of one metric (`LCP`), and below it the detail of one page, which the variable `page` names. */
export function webVitalPath(metric: string): string {
  return `${pagePaths.webVitals}/${metric.toLowerCase()}`;
}

export function webVitalDetailPath(metric: string): string {
  return `${webVitalPath(metric)}/page`;
}

export function appSettingsPath(appId: string): string {
  return `${pagePaths.settings}/apps/${encodeURIComponent(appId)}`;
}

/** One error group. */
export function errorGroupPath(groupId: string): string {
  return `${pagePaths.errors}/${encodeURIComponent(groupId)}`;
}

/** The error group of a fingerprint; the query `var-app` names its app, for two apps may share one. */
export function errorFingerprintPath(fingerprint: string): string {
  return `${pagePaths.errors}/fingerprint/${fingerprint}`;
}

/** One alert instance; notifications lead here. */
export function alertInstancePath(instanceId: string): string {
  return `${pagePaths.alerts}/${encodeURIComponent(instanceId)}`;
}

/** One alert rule. */
export function alertRulePath(ruleId: string): string {
  return `${pagePaths.alertRules}/${encodeURIComponent(ruleId)}`;
}

/** Where a check is made. */
export const newCheckPath = `${pagePaths.health}/checks/new`;

/** One health check. */
export function healthCheckPath(checkId: string): string {
  return `${pagePaths.health}/checks/${encodeURIComponent(checkId)}`;
}

export function healthCheckEditPath(checkId: string): string {
  return `${healthCheckPath(checkId)}/edit`;
}

/** Where maintenance of a service is planned. */
export function planMaintenancePath(service: string): string {
  return `${pagePaths.alertSilences}?${new URLSearchParams({ service }).toString()}`;
}

/** What an app reports of one of its services. */
export function reportedServicePath(app: string, service: string): string {
  return `${pagePaths.health}/reported?${new URLSearchParams({ app, service }).toString()}`;
}

/** One incident. */
export function incidentPath(incidentId: string): string {
  return `${pagePaths.incidents}/${encodeURIComponent(incidentId)}`;
}
