import { minute } from '../../lib/duration';
import { furthestAhead, rawRetention } from './retention';
import type { RawTable } from './rows';

const step = 5 * minute;

/** When an item happened, by the server's clock. */
export interface ItemTime {
  timestamp: number;
  /** The client's own time, ISO 8601, where its clock was off. */
  original: string | undefined;
}

/**
 * Judges the times of one request. A clock is off when the batch's own send time differs by more than 5 minutes, or
 * its newest item lies more than 10 minutes ahead: then every item is shifted by the offset, rounded to 5 minutes, so
 * that a retry gets the same. An item that the shift would push out of the accepted range keeps its time: one absurd
 * time must not cost its neighbours, wherefore one of more than 24 hours ahead shows nothing and must not be `newest`.
 */
export class ItemClock {
  private readonly now: number;
  private readonly offset: number;
  private readonly newest: number;
  private readonly retention: Partial<Record<RawTable, number>>;

  /**
   * `newest` is the latest time among the items, `sentAt` the batch's own; both in epoch milliseconds, or undefined.
   * `retention`: how long raw rows are kept where that is not the default, in milliseconds.
   */
  constructor(
    now: number,
    newest: number | undefined,
    sentAt: number | undefined,
    retention: Partial<Record<RawTable, number>> = {}
  ) {
    this.retention = retention;
    this.now = now;
    const ahead = newest !== undefined && newest > now + furthestAhead ? newest - now : 0;
    const behind = sentAt !== undefined && Math.abs(sentAt - now) > step ? sentAt - now : 0;
    this.offset = Math.round((behind === 0 ? ahead : behind) / step) * step;
    this.newest = Math.min(now, (newest ?? sentAt ?? now) - this.offset);
  }

  /** The item's time in the row's range, or the reason why it is refused. No time at all: that of the newest item. NaN: unreadable. */
  place(time: number | undefined, table: RawTable): ItemTime | string {
    if (time === undefined) {
      return { timestamp: this.newest, original: undefined };
    }
    if (Number.isNaN(time)) {
      return 'timestamp must be an ISO 8601 time';
    }
    const oldest = this.now - (this.retention[table] ?? rawRetention[table]);
    const shifted = time - this.offset;
    if (this.offset !== 0 && shifted >= oldest && shifted <= this.now + furthestAhead) {
      return { timestamp: shifted, original: new Date(time).toISOString() };
    }
    if (time < oldest) {
      return 'timestamp is older than the raw retention';
    }
    return time > this.now + furthestAhead ? 'timestamp is in the future' : { timestamp: time, original: undefined };
  }
}
