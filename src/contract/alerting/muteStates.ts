/** Whether a silence or a maintenance window is still to come, holds now, or is over. */
export const muteStatuses = ['pending', 'active', 'expired'] as const;
export type MuteStatus = (typeof muteStatuses)[number];
