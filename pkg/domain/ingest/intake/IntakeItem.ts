import type { ItemTime } from '../ItemClock';
import type { Purpose } from '../Judgement';
import type { RawTable } from '../rows';
import type { Intake } from './Intake';
import { keepPerson, type ItemSender } from './ItemSender';

/** One item on its way into rows. */
export interface IntakeItem {
  kind: string;
  /** Its place among the items of its kind. */
  index: number;
  /** Epoch milliseconds; undefined: the item says none, NaN: what it says is no time. */
  time: number | undefined;
  /** A further row of an item that has been counted already. */
  isPart?: boolean;
}

/** A row may be made: its id and time, and whether free attributes may be kept. */
export interface Permit {
  id: string;
  time: ItemTime;
  full: boolean;
}

/**
 * Judges an item's time and consent. Undefined: it becomes no row, and was counted as rejected or dropped. `needsFull`:
 * the row means nothing without identity and attributes, so it is dropped where they may not be kept.
 */
export function permitItem(
  intake: Intake,
  sender: ItemSender,
  item: IntakeItem,
  table: RawTable,
  purpose: Purpose,
  needsFull = false
): Permit | undefined {
  const id = intake.itemId(intake.rowCount++);
  const time = intake.clock.place(item.time, table);
  if (typeof time === 'string') {
    rejectItem(intake, item, time);
    return undefined;
  }
  const { treatment, reason } = sender.treatments[purpose];
  if (treatment === 'drop' || (needsFull && treatment !== 'full')) {
    if (item.isPart !== true) {
      intake.batch.drop(reason);
    }
    return undefined;
  }
  return { id, time, full: treatment === 'full' };
}

/** Counts an item whose row was added. */
export function countItem(intake: Intake, sender: ItemSender, item: IntakeItem, full: boolean): void {
  if (item.isPart !== true) {
    intake.batch.accept(item.kind);
  }
  if (full) {
    keepPerson(intake, sender);
  }
}

/** Counts an item that is refused, and says why; parts of one that was counted already are left out silently. */
export function rejectItem(intake: Intake, item: IntakeItem, reason: string): void {
  if (item.isPart !== true) {
    intake.batch.reject(item.kind, item.index, reason);
  }
}
