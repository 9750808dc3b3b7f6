/** What has become of an error group; the order is that of lists and tabs. */
export const errorGroupStatuses = ['unresolved', 'regressed', 'ignored', 'resolved'] as const;
export type ErrorGroupStatus = (typeof errorGroupStatuses)[number];

/** By what a list of error groups is ordered, each downwards. */
export const errorGroupOrders = ['last_seen', 'first_seen', 'events', 'users'] as const;
export type ErrorGroupOrder = (typeof errorGroupOrders)[number];

/** Hours that the trend of a group shows. */
export const trendHours = 24;

/** What a person may decide about an error group. */
export const errorGroupActs = ['resolve', 'ignore', 'reopen'] as const;

/** Groups that one call may decide about. */
export const mostGroupsAtOnce = 100;
