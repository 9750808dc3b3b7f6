import type { NoticeInstance } from './NoticeMessage';

/** What a message says of an instance that nobody has done anything about. */
export const untouched = {
  acknowledged_login: null,
  acknowledged_at: null,
  acknowledged_until: null,
  resolved_login: null,
  resolved_at: null,
  resolve_reason: null,
  assigned_to: null,
} as const satisfies Partial<NoticeInstance>;
