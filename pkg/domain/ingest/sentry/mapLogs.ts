import { addError } from '../intake/addError';
import { addEvent } from '../intake/addEvent';
import { describeSender } from '../intake/ItemSender';
import { addAttribute, isJsonObject, textAt } from '../JsonObject';
import { itemsOfContainer } from './itemsOfContainer';
import { plainAttributes } from './plainAttributes';
import type { MapSentryItem } from './SentryItem';
import { signsOfAttributes } from './signsOfAttributes';
import { timeOfSentry } from './timeOfSentry';

const errorLevels = new Set(['error', 'fatal', 'critical']);

/** `log` → `error_logs` at level error and above, else `analytics_events` of type `log`. */
export const mapLogs: MapSentryItem = (intake, payload) => {
  itemsOfContainer(payload).forEach((entry, index) => {
    const message = isJsonObject(entry) ? entry.body : undefined;
    if (!isJsonObject(entry) || typeof message !== 'string') {
      intake.rowCount += 1;
      intake.batch.reject('log', index, 'body must be a text');
      return;
    }
    const attributes = plainAttributes(entry.attributes);
    const sender = describeSender(intake, signsOfAttributes(attributes));
    const level = textAt(entry, 'level')?.toLowerCase() ?? 'info';
    const item = { kind: 'log', index, time: timeOfSentry(entry.timestamp) };
    addAttribute(attributes, 'trace_id', textAt(entry, 'trace_id'));
    if (errorLevels.has(level)) {
      addError(intake, sender, item, {
        errorType: 'log',
        type: '',
        message: message === '' ? 'Unknown error' : message,
        frames: [],
        fatal: level === 'fatal',
        handled: true,
        context: attributes,
      });
    } else {
      addAttribute(attributes, 'message', message);
      addAttribute(attributes, 'level', level);
      addEvent(intake, sender, item, { eventType: 'log', name: level, data: attributes });
    }
  });
  return undefined;
};
