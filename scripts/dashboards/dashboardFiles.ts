import { resolve } from 'node:path';
import type { Dashboard } from './dashboard';

/** Where Grafana's provisioning finds the dashboards. */
export const dashboardsDir = resolve(__dirname, '../../provisioning/dashboards/seamark');

/** Name and content of each dashboard's file. */
export function dashboardFiles(dashboards: Readonly<Record<string, Dashboard>>) {
  return Object.entries(dashboards).map(([name, dashboard]) => ({
    file: `${name}.json`,
    text: `${JSON.stringify(dashboard, null, 2)}\n`,
  }));
}
