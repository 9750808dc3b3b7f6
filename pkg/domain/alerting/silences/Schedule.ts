import type { Recurrence } from '../../../../src/contract/alerting/Recurrence';

/** When something happens, by the clocks of a time zone. */
export interface Schedule {
  /** IANA name. */
  timeZone: string;
  /** When it first begins: `2026-11-30T02:00`. */
  localStart: string;
  /** How long each lasts on those clocks. */
  durationMinutes: number;
  /** Null: once. */
  repeat: Recurrence | null;
  /** The last day on which one may begin, `2026-12-31`; null: for ever. */
  repeatUntil: string | null;
}

/** From an instant until before another, epoch milliseconds. */
export interface Span {
  from: number;
  to: number;
}
