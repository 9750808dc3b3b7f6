import { eventRow } from '../composeRows';
import type { JsonObject } from '../JsonObject';
import { referrerOf } from '../page/referrerOf';
import type { Intake } from './Intake';
import { addMore, countItem, permitItem, rejectItem, type IntakeItem } from './IntakeItem';
import type { ItemSender } from './ItemSender';

const longestName = 255;

/** What happened, not clean yet. */
export interface EventReport {
  eventType: string;
  name: string | null;
  /** Cleaned in place. */
  data: JsonObject;
  referrer?: string | undefined;
}

/** Adds a row of `analytics_events`. */
export function addEvent(intake: Intake, sender: ItemSender, item: IntakeItem, report: EventReport): void {
  const permit = permitItem(intake, sender, item, 'analytics_events', 'analytics', true);
  if (permit === undefined) {
    return;
  }
  const { scrubber } = sender;
  const problem = scrubber.attributes(report.data);
  if (problem !== undefined) {
    rejectItem(intake, item, problem);
    return;
  }
  const referrer = referrerOf(report.referrer, scrubber);
  if (report.referrer !== undefined) {
    // The column says what may be kept of it.
    report.data.referrer = undefined;
  }
  addMore(report.data, item, permit.time);
  const row = eventRow(
    sender.columns.analytics,
    { id: permit.id, timestamp: permit.time.timestamp },
    {
      event_type: report.eventType,
      event_name: report.name === null ? null : scrubber.text(report.name, longestName),
      event_data: report.data,
      referrer,
    }
  );
  intake.batch.add('analytics_events', row, item.kind, item.index);
  countItem(intake, sender, item, true);
}
