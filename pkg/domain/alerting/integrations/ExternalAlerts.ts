import type { ExternalNotification } from './ExternalAlert';

/** An integration whose token somebody has shown. */
export interface KnownIntegration {
  id: string;
  orgId: number;
  kind: 'grafana' | 'alertmanager';
  ruleId: string;
}

/** What became of a notification. */
export interface Reception {
  opened: number;
  resolved: number;
  /** Why nothing was done, where nothing was. */
  ignored?: string;
}

/** Where alerts of other systems go. Throws StoreAway. */
export interface ExternalAlerts {
  /** The integration of this id, where the token is its own. */
  find(id: string, token: string): Promise<KnownIntegration | undefined>;
  /** Makes the next steps of the lives that a notification tells of, and notes that it came and what was wrong with it. */
  receive(integration: KnownIntegration, notification: ExternalNotification, now: number): Promise<Reception>;
}

/** What must happen to alerts of other systems although nobody tells of them. Throws StoreAway. */
export interface ExternalLives {
  /** Lets time pass for all of them. Answers how many lives changed. */
  pass(now: number): Promise<number>;
}
