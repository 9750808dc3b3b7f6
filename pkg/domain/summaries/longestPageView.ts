import { hour } from '../../lib/duration';

/**
 * A page view reports a vital anew until it is hidden, and nobody keeps one open for longer than a session's four hours:
 * a report counts unless a newer one under the same metric id follows within this time.
 */
export const longestPageView = 4 * hour;
