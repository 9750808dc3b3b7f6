import type { RateLimit } from '../../../contract/resources/apps';

/** What the server gives a new app. Repeated here because the contract's file would bring its schemas into the browser. */
export const defaultRateLimitNumbers: RateLimit = { requests_per_second: 500, burst: 2000 };
