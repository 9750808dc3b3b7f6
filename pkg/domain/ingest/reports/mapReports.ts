import type { Batch } from '../Batch';
import { openIntake } from '../intake/Intake';
import { isJsonObject, objectAt, type JsonObject } from '../JsonObject';
import type { MappingTools } from '../MappingTools';
import type { Reception } from '../Reception';
import type { Secrets } from '../Secrets';
import { mapReport } from './mapReport';

const mostReports = 1000;

/**
 * Rows of what a browser reports by itself: a list of reports (`application/reports+json`), one of them alone, or the
 * older `{"csp-report": {…}}`. Page paths are not yet looked up in the app's registry.
 */
export function mapReports(tools: MappingTools, payload: unknown, reception: Reception, secrets: Secrets): Batch {
  const intake = openIntake(tools, reception, secrets, {
    newest: () => undefined,
    sentAt: undefined,
    consent: undefined,
  });
  // Reports say how old they are, not when they happened: a repeated request must give the same time.
  const now = tools.arrivals.of(intake.itemId(0), reception.receivedAt);
  reportsOf(payload).forEach((report, index) => {
    const problem =
      index >= mostReports
        ? `only ${mostReports} reports are taken from one request`
        : isJsonObject(report)
          ? mapReport(intake, report, index, now)
          : 'must be an object';
    if (problem !== undefined) {
      intake.rowCount += 1;
      intake.batch.reject('report', index, problem);
    }
  });
  return intake.batch;
}

function reportsOf(payload: unknown): readonly unknown[] {
  if (Array.isArray(payload)) {
    return payload.slice(0, mostReports + 1) as unknown[];
  }
  const legacy: JsonObject = isJsonObject(payload) ? objectAt(payload, 'csp-report') : {};
  return Object.keys(legacy).length === 0 ? [payload] : [{ type: 'csp-violation', body: camelCase(legacy) }];
}

/** The older report writes `document-uri` where the newer writes `documentURL`. */
function camelCase(body: JsonObject): JsonObject {
  const named: JsonObject = {};
  for (const key of Object.keys(body)) {
    if (key !== '__proto__') {
      named[key.replace(/-uri$/, 'URL').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] = body[key];
    }
  }
  return named;
}
