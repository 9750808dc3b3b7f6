import type { HealthStatus } from '../../../../src/contract/health/words';

/** What a service said of itself, and when (epoch milliseconds). */
export interface Beat {
  at: number;
  status: HealthStatus;
  message: string | null;
}
