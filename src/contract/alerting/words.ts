/** How a value is held against a limit. */
export const comparisons = ['>', '>=', '<', '<='] as const;
export type Comparison = (typeof comparisons)[number];

/** Which earlier window a trend is compared with. */
export const comparedWindows = ['previous_window', 'same_time_yesterday', 'same_time_last_week'] as const;
export type ComparedWindow = (typeof comparedWindows)[number];

/** What an evaluation without data means: leave everything as it is, take it for normal, or tell somebody. */
export const noDataPolicies = ['keep', 'normal', 'alert'] as const;
export type NoDataPolicy = (typeof noDataPolicies)[number];

/** The shortest time between two evaluations of a rule, in seconds. */
export const shortestEvaluationInterval = 10;
/** The longest window that a condition looks back, in minutes: a week. */
export const longestWindow = 7 * 24 * 60;
/** Instances that one rule may have open at once, unless it says otherwise. */
export const defaultLabelSets = 100;

/** What three failed evaluations in a row mean: nothing, or telling somebody. */
export const errorPolicies = ['keep', 'alert'] as const;

/** What can be done to many instances at once. */
export const alertActs = ['acknowledge', 'unacknowledge', 'assign', 'resolve', 'comment'] as const;
/** How many instances one request may name. */
export const mostAlertsAtOnce = 200;
