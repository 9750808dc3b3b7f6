import type { SeverityRule } from '../../../../src/contract/resources/severityRules';
import { Batch } from '../Batch';
import { ItemClock } from '../ItemClock';
import { createItemIds } from '../itemIds';
import { isJsonObject, objectAt, textAt, type JsonObject } from '../JsonObject';
import { spanGroups } from '../otlp/spanGroups';
import type { Reception } from '../Reception';
import { sendersByPurpose } from '../Sender';
import type { Secrets } from '../Secrets';
import type { MappingTools } from '../MappingTools';
import type { FaroRequest } from './FaroRequest';
import { mapEvents } from './mapEvents';
import { mapExceptions } from './mapExceptions';
import { mapLogs } from './mapLogs';
import { mapMeasurements } from './mapMeasurements';
import { mapTraces } from './mapTraces';
import { newestTime } from './newestTime';
import { readSender } from './readSender';

const noRules: readonly SeverityRule[] = [];

/**
 * Rows of a Faro payload. Takes the payload over: it is cleaned in place, once. Page paths are not yet looked up in the
 * app's registry.
 */
export function mapFaro(tools: MappingTools, payload: JsonObject, reception: Reception, secrets: Secrets): Batch {
  const batch = new Batch();
  const itemId = createItemIds(reception.app.appId, reception.body);
  const groups = spanGroups(payload.traces);
  const newest = newestTime(payload, groups);
  const timesSuffice = newest !== undefined && newest <= reception.receivedAt;
  const now = timesSuffice ? reception.receivedAt : tools.arrivals.of(itemId(0), reception.receivedAt);
  const meta = isJsonObject(payload.meta) ? payload.meta : {};
  if (payload.meta !== undefined && payload.meta !== null && meta !== payload.meta) {
    batch.reject('meta', 0, 'meta must be an object');
  }
  const session = objectAt(meta, 'session');
  const treatments = tools.judgement.consent(reception.app, {
    header: reception.consent,
    session: textAt(objectAt(session, 'attributes'), 'consent'),
    doNotTrack: reception.doNotTrack,
    globalPrivacyControl: reception.globalPrivacyControl,
  });
  const sender = readSender(tools, meta, reception, secrets, batch);
  const request: FaroRequest = {
    batch,
    clock: new ItemClock(now, newest, undefined),
    scrubber: sender.scrubber,
    judgement: tools.judgement,
    itemId,
    rowCount: 0,
    treatments,
    senders: sendersByPurpose(sender.facts, treatments),
    meta: sender.meta,
    userAgent: sender.userAgent,
    trusted: reception.app.keyScope === 'server' || reception.app.trustClientCritical,
    severityRules: reception.app.severityRules ?? noRules,
  };
  mapEvents(request, payload.events);
  mapExceptions(request, payload.exceptions);
  mapLogs(request, payload.logs);
  mapMeasurements(request, payload.measurements);
  mapTraces(request, payload.traces, groups);
  const keepsIdentity = Object.values(treatments).some(({ treatment }) => treatment === 'full');
  if (sender.person !== undefined && keepsIdentity && !batch.isEmpty) {
    batch.rows.people.push(sender.person);
  }
  return batch;
}
