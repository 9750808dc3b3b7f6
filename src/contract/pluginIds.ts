/** Ids under which Grafana knows the plugins. */
export const pluginIds = {
  app: 'seamark-monitoring-app',
  datasource: 'seamark-monitoring-datasource',
  panel: 'seamark-alerts-panel',
} as const;
