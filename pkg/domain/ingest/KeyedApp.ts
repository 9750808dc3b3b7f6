import type { ConsentMode, KeyScope, RateLimit } from '../../../src/contract/resources/apps';
import type { SeverityRule } from '../../../src/contract/resources/severityRules';
import type { RawTable } from './rows';

/** What the ingest listener must know of the app behind a key. */
export interface KeyedApp {
  key: string;
  keyScope: KeyScope;
  appId: string;
  orgId: number;
  /** The app's number: the project id of a Sentry DSN. */
  number: number;
  name: string;
  allowedOrigins: readonly string[];
  consentMode: ConsentMode;
  withoutConsent: 'anonymous' | 'drop';
  trustClientCritical: boolean;
  /** How bad an error is where its client does not say. */
  severityRules?: readonly SeverityRule[];
  /** Patterns of paths that name its pages. */
  routes?: readonly string[];
  /** Fields that it wants stored; null: all. */
  fields?: readonly string[] | null;
  /** How long its organisation keeps raw rows, in milliseconds, where that is not the default. */
  rawRetention?: Readonly<Partial<Record<RawTable, number>>>;
  /** Null lifts the limits. */
  rateLimit: RateLimit | null;
}

/** Keys by their text. Implementations cache: a revoked key may live on for a few seconds, an unknown one is not asked for again at once. */
export interface KeyDirectory {
  /** Throws StoreAway when the database cannot be asked and the cache does not know. */
  find(key: string): Promise<KeyedApp | undefined>;
}
