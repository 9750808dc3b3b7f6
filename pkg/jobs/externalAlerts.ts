import type { ExternalLives } from '../domain/alerting/integrations/ExternalAlerts';
import { second } from '../lib/duration';
import type { RepeatedJob } from './repeat';

/** Reminds of alerts that other systems feed, ends acknowledgements and recoveries whose time has come, and what went stale. */
export function externalAlertsJob(lives: ExternalLives): RepeatedJob {
  return { name: 'alerts of other systems', everyMs: 30 * second, retryMs: 10 * second, act: (now) => lives.pass(now) };
}
