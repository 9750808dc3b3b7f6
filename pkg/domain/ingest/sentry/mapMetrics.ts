import { addMetric } from '../intake/addMetric';
import { describeSender } from '../intake/ItemSender';
import { addAttribute, isJsonObject, textAt } from '../JsonObject';
import { itemsOfContainer } from './itemsOfContainer';
import { plainAttributes } from './plainAttributes';
import type { MapSentryItem } from './SentryItem';
import { signsOfAttributes } from './signsOfAttributes';
import { timeOfSentry } from './timeOfSentry';

const units = new Map(Object.entries({ millisecond: 'ms', byte: 'bytes', percent: 'percentage' }));

/** `trace_metric` → `monitoring_metrics`. */
export const mapMetrics: MapSentryItem = (intake, payload) => {
  itemsOfContainer(payload).forEach((entry, index) => {
    const name = isJsonObject(entry) ? textAt(entry, 'name') : undefined;
    if (!isJsonObject(entry) || name === undefined) {
      intake.rowCount += 1;
      intake.batch.reject('metric', index, 'name must be a text');
      return;
    }
    const attributes = plainAttributes(entry.attributes);
    const sender = describeSender(intake, signsOfAttributes(attributes));
    const unit = textAt(entry, 'unit');
    const metric = textAt(entry, 'type');
    addAttribute(attributes, 'metric_type', metric);
    addAttribute(attributes, 'trace_id', textAt(entry, 'trace_id'));
    addMetric(
      intake,
      sender,
      { kind: 'metric', index, time: timeOfSentry(entry.timestamp) },
      {
        name,
        value: entry.value,
        unit: unit === undefined ? (metric === 'counter' ? 'count' : 'none') : (units.get(unit) ?? unit),
        metadata: attributes,
      }
    );
  });
  return undefined;
};
