import type { ItemTime } from '../ItemClock';
import { addAttribute, type JsonObject } from '../JsonObject';
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
  /** Clean attributes that the protocol adds to the item's own, where these are kept. */
  more?: JsonObject;
}

/** An item is taken: when it happened, and whether free attributes may be kept. */
export interface Verdict {
  time: ItemTime;
  full: boolean;
}

/** A row may be made, under this id. */
export interface Permit extends Verdict {
  id: string;
}

/**
 * Judges an item's time and consent. Undefined: it becomes no row, and was counted as rejected or dropped. `needsFull`:
 * the row means nothing without identity and attributes, so it is dropped where they may not be kept.
 */
export function judgeItem(
  intake: Intake,
  sender: ItemSender,
  item: IntakeItem,
  table: RawTable,
  purpose: Purpose,
  needsFull = false
): Verdict | undefined {
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
  return { time, full: treatment === 'full' };
}

/** The same for an item that becomes one row, whose number counts whether it is made or not. */
export function permitItem(
  intake: Intake,
  sender: ItemSender,
  item: IntakeItem,
  table: RawTable,
  purpose: Purpose,
  needsFull = false
): Permit | undefined {
  const id = intake.itemId(intake.rowCount++);
  const verdict = judgeItem(intake, sender, item, table, purpose, needsFull);
  return verdict === undefined ? undefined : { id, time: verdict.time, full: verdict.full };
}

/** Adds what is known of an item beside its own attributes: the time before it was corrected, and the protocol's. */
export function addMore(attributes: JsonObject, item: IntakeItem, { original }: ItemTime): void {
  addAttribute(attributes, 'original_timestamp', original);
  const { more } = item;
  if (more !== undefined) {
    for (const key of Object.keys(more)) {
      addAttribute(attributes, key, more[key]);
    }
  }
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
