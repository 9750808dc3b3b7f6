import type { CheckSecrets } from '../../../../src/contract/health/secrets';
import type { CheckKind } from '../../../../src/contract/health/kinds/kinds';
import type { HealthStatus } from '../../../../src/contract/health/words';
import type {
  CreateHealthCheck,
  HealthCheck,
  ProbeResult,
  UpdateHealthCheck,
} from '../../../../src/contract/resources/healthChecks';
import type { UptimeReport } from '../../../../src/contract/resources/incidents';

/** Who asks or acts, as far as checks care. */
export interface CheckKeeper {
  orgId: number;
  /** Shown in the audit log. */
  login: string;
}

/** A check as it is kept: with the word that its service proves itself with, where it reports by itself. */
export type KeptCheck = Omit<HealthCheck, 'heartbeat_url'> & { heartbeatToken: string | null };

/** Which checks a list shows; empty lists: any. */
export interface CheckSelection {
  statuses: ReadonlyArray<HealthStatus | 'unknown'>;
  kind: CheckKind | undefined;
  group: string | undefined;
  search: string | undefined;
  limit: number;
  cursor: string | undefined;
}

/** Results of a check, newest first. Epoch milliseconds. */
export interface ResultSelection {
  from: number | undefined;
  to: number | undefined;
  statuses: readonly HealthStatus[];
  limit: number;
  cursor: string | undefined;
}

interface PageOf<T> {
  items: T[];
  next_cursor: string | null;
}

/**
 * Health checks of one organisation. Undefined means "no such check in this organisation". Checks are kept as they are
 * given: `checkHealthCheck` comes before. Writing throws NameTaken, and VersionConflict where `expected_version` is not
 * the check's. All throw StoreAway.
 */
export interface HealthCheckRepository {
  list(who: CheckKeeper, selection: CheckSelection): Promise<PageOf<KeptCheck>>;
  get(who: CheckKeeper, id: string): Promise<KeptCheck | undefined>;
  create(who: CheckKeeper, check: CreateHealthCheck): Promise<KeptCheck>;
  update(who: CheckKeeper, id: string, change: UpdateHealthCheck): Promise<KeptCheck | undefined>;
  /** Its incidents stay, and so do its results for as long as they are kept. False: no such check. */
  delete(who: CheckKeeper, id: string): Promise<boolean>;
  /** In the clear, to look with: never to be shown. Empty where there is no such check. */
  secrets(who: CheckKeeper, id: string): Promise<CheckSecrets>;
  results(who: CheckKeeper, id: string, selection: ResultSelection): Promise<PageOf<ProbeResult> | undefined>;
  uptime(who: CheckKeeper, id: string): Promise<UptimeReport | undefined>;
}
