import type { Batch } from '../Batch';
import { openIntake } from '../intake/Intake';
import { isJsonObject, objectAt, textAt, type JsonObject } from '../JsonObject';
import type { MappingTools } from '../MappingTools';
import { spanGroups } from '../otlp/spanGroups';
import type { Reception } from '../Reception';
import type { Secrets } from '../Secrets';
import type { FaroRequest } from './FaroRequest';
import { mapEvents } from './mapEvents';
import { mapExceptions } from './mapExceptions';
import { mapLogs } from './mapLogs';
import { mapMeasurements } from './mapMeasurements';
import { mapTraces } from './mapTraces';
import { newestTime } from './newestTime';
import { readSender } from './readSender';

/**
 * Rows of a Faro payload. Takes the payload over: it is cleaned in place, once. Page paths are not yet looked up in the
 * app's registry.
 */
export function mapFaro(tools: MappingTools, payload: JsonObject, reception: Reception, secrets: Secrets): Batch {
  const groups = spanGroups(payload.traces);
  const meta = isJsonObject(payload.meta) ? payload.meta : {};
  const intake = openIntake(tools, reception, secrets, {
    newest: (last) => newestTime(payload, groups, last),
    sentAt: undefined,
    consent: textAt(objectAt(objectAt(meta, 'session'), 'attributes'), 'consent'),
  });
  const { batch } = intake;
  if (payload.meta !== undefined && payload.meta !== null && meta !== payload.meta) {
    batch.reject('meta', 0, 'meta must be an object');
  }
  const request: FaroRequest = Object.assign(intake, { sender: readSender(intake, meta) });
  mapEvents(request, payload.events);
  mapExceptions(request, payload.exceptions);
  mapLogs(request, payload.logs);
  mapMeasurements(request, payload.measurements);
  mapTraces(request, payload.traces, groups);
  return batch;
}
