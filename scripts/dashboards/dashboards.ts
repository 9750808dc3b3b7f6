import { alertsDashboard } from './alerts';
import { analyticsDashboard } from './analytics';
import type { Dashboard } from './dashboard';
import { errorsDashboard } from './errors';
import { healthDashboard } from './health';
import { webVitalsDashboard } from './webVitals';

/** Every prebuilt dashboard, by the name of its file. */
export const dashboards: Readonly<Record<string, Dashboard>> = {
  'web-vitals': webVitalsDashboard,
  errors: errorsDashboard,
  health: healthDashboard,
  analytics: analyticsDashboard,
  alerts: alertsDashboard,
};
