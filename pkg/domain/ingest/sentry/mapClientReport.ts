import { addMetric } from '../intake/addMetric';
import { describeSender } from '../intake/ItemSender';
import { isJsonObject, textAt } from '../JsonObject';
import type { MapSentryItem } from './SentryItem';
import { timeOfSentry } from './timeOfSentry';

const mostEntries = 100;

/** `client_report` → a metric `client_report.discarded` for each reason and category: what the SDK never sent. */
export const mapClientReport: MapSentryItem = (intake, report, index) => {
  const discarded = report.discarded_events;
  if (!Array.isArray(discarded)) {
    return 'discarded_events must be a list';
  }
  const sender = describeSender(intake, {});
  let isPart = false;
  for (const entry of discarded.slice(0, mostEntries) as unknown[]) {
    if (isJsonObject(entry)) {
      const item = { kind: 'client_report', index, time: timeOfSentry(report.timestamp), isPart };
      const metadata = {
        reason: textAt(entry, 'reason') ?? 'unknown',
        category: textAt(entry, 'category') ?? 'unknown',
      };
      addMetric(intake, sender, item, {
        name: 'client_report.discarded',
        value: entry.quantity,
        unit: 'count',
        metadata,
      });
      isPart = true;
    }
  }
  return undefined;
};
