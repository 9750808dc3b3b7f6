/** States of an alert instance; the order is that of its life, and of tabs. */
export const alertStatuses = ['active', 'acknowledged', 'resolved'] as const;
export type AlertStatus = (typeof alertStatuses)[number];
