import type { Batch } from './Batch';
import { mapFaro } from './faro/mapFaro';
import type { IdentityKeys, PathRegistry, VisitorSessions } from './IdentityKeys';
import type { JsonObject } from './JsonObject';
import { leaveOutUnwanted } from './leaveOutUnwanted';
import { nameSessions } from './nameSessions';
import type { MappingTools } from './MappingTools';
import { mapOtlp } from './otlp/mapOtlp';
import type { OtlpSignal } from './otlp/OtlpSignal';
import { mapPlain } from './plain/mapPlain';
import type { Reception } from './Reception';
import { mapReports } from './reports/mapReports';
import { rawTables } from './rows';
import type { Secrets } from './Secrets';
import { mapSentry } from './sentry/mapSentry';
import type { Envelope } from './sentry/readEnvelope';

/** Turns bodies into rows that are ready to be written. Rejects with StoreAway when keys or paths cannot be had. */
export interface Receiver {
  /** A Faro payload. */
  faro(payload: JsonObject, reception: Reception): Promise<Batch>;
  /** A plain batch whose `items` were found to be a list. */
  plain(body: JsonObject, items: readonly unknown[], reception: Reception): Promise<Batch>;
  /** A Sentry envelope; `reception.body` is its content without the header line. */
  sentry(envelope: Envelope, reception: Reception): Promise<Batch>;
  /** What a browser reports by itself, as it was parsed. */
  reports(payload: unknown, reception: Reception): Promise<Batch>;
  /** An OTLP request, as JSON has it. */
  otlp(signal: OtlpSignal, body: JsonObject, reception: Reception): Promise<Batch>;
}

/** Composes the receiver from what others decide (`tools`), keep (`identity`, `sessions`) and count (`paths`). */
export function createReceiver(
  tools: MappingTools,
  identity: IdentityKeys,
  sessions: VisitorSessions,
  paths: PathRegistry
): Receiver {
  const secretsFor = async ({ app, receivedAt }: Reception): Promise<Secrets> => {
    const [organisationKey, dailySalt] = await Promise.all([
      identity.organisationKey(app.orgId),
      identity.dailySalt(receivedAt),
    ]);
    return { organisationKey, dailySalt };
  };
  const finish = async (reception: Reception, map: (secrets: Secrets) => Batch): Promise<Batch> => {
    const batch = map(await secretsFor(reception));
    await nameSessions(batch, sessions, reception.app.fields);
    leaveOutUnwanted(batch, reception.app.fields, tools.devices);
    await registerPaths(batch, paths, reception);
    return batch;
  };
  return {
    faro: (payload, reception) => finish(reception, (secrets) => mapFaro(tools, payload, reception, secrets)),
    plain: (body, items, reception) => finish(reception, (secrets) => mapPlain(tools, body, items, reception, secrets)),
    reports: (payload, reception) => finish(reception, (secrets) => mapReports(tools, payload, reception, secrets)),
    otlp: (signal, body, reception) => finish(reception, (secrets) => mapOtlp(tools, signal, body, reception, secrets)),
    sentry: (envelope, reception) => finish(reception, (secrets) => mapSentry(tools, envelope, reception, secrets)),
  };
}

/** Looks every page path up once; paths beyond the app's limit become `other`. */
async function registerPaths(batch: Batch, paths: PathRegistry, { app }: Reception): Promise<void> {
  const resolved = new Map<string, string>();
  for (const table of rawTables) {
    if (table === 'system_health') {
      continue;
    }
    for (const row of batch.rows[table]) {
      if (row.page_path === null) {
        continue;
      }
      let path = resolved.get(row.page_path);
      if (path === undefined) {
        const answer = paths.resolve({ orgId: app.orgId, appId: app.appId }, row.page_path);
        path = typeof answer === 'string' ? answer : await answer;
        resolved.set(row.page_path, path);
      }
      row.page_path = path;
    }
  }
}
