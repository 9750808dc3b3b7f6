import type { HealthStatus } from '../../../../src/contract/health/words';

/** A service as anybody may see it: nothing but its chosen name and how it is. */
export interface PublicService {
  name: string;
  /** Null: nobody has looked. */
  status: HealthStatus | null;
  in_maintenance: boolean;
  /** Percent of the last 90 days; null where nobody looked. */
  uptime: number | null;
  /** The last 90 days, oldest first; null where nobody looked. */
  days: ReadonlyArray<{ date: string; uptime: number | null }>;
}

/** An incident without what it is inside. Times are ISO 8601. */
export interface PublicIncident {
  service: string;
  status: Exclude<HealthStatus, 'healthy'>;
  started_at: string;
}

/** All that a public page shows. */
export interface PublicStatus {
  title: string;
  description: string;
  services: readonly PublicService[];
  incidents: readonly PublicIncident[];
}

/** Where public pages are read. Throws StoreAway. */
export interface PublicStatusSource {
  /** Undefined where there is no such page, or it is off. */
  read(slug: string): Promise<PublicStatus | undefined>;
}
