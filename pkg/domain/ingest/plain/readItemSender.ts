import type { JsonObject } from '../JsonObject';
import { readPage, type Page } from '../page/PageReader';
import type { Person } from '../rows';
import type { SenderFacts } from '../Sender';
import { sessionIdOf } from '../sessionIdOf';
import type { ItemReader } from './ItemReader';
import type { PlainRequest } from './PlainRequest';

/** Columns that any item of a browser or a service may have beside its entity's own. */
export const senderColumnNames = [
  'type', 'id', 'org_id', 'app_id', 'created_at', 'timestamp', 'user_id', 'session_id', 'environment', 'release', 'page_url', 'page_path',
  'country', 'device_info', 'browser', 'browser_version', 'os', 'os_version', 'device_type', 'language',
] as const; // prettier-ignore

const deviceColumns = ['browser', 'browser_version', 'os', 'os_version', 'device_type', 'language'] as const;
const longestName = 255;

/** Who an item is about and where it happened. */
export function readItemSender(
  request: PlainRequest,
  reader: ItemReader,
  person: Person | undefined,
  urlColumn: string
): SenderFacts {
  const { reception, tools } = request;
  const session = reader.raw('session_id');
  const sessionId = session === null ? null : sessionIdOf(session, reader.scrubber);
  if (session !== null && sessionId === null) {
    reader.problem ??= 'session_id must be 1 to 128 characters of a-z, A-Z, 0-9 and _ . @ : -, and name no person';
  }
  const page = readItemPage(request, reader, urlColumn);
  const info = readItemDevice(reader);
  const devices = Object.keys(info).length === 0 ? request.devices : tools.devices.pairOf(info);
  return {
    org_id: reception.app.orgId,
    app_id: reception.app.appId,
    user_id: person?.id ?? null,
    clientVisitor: person === undefined ? null : visitorOf(request, person),
    dailyVisitor: request.dailyVisitor,
    session_id: sessionId,
    environment: reader.text('environment', longestName),
    release: reader.text('release', longestName),
    page_url: page.url,
    page_path: page.path,
    country: reader.text('country', 2)?.toUpperCase() ?? request.country,
    device: devices.device,
    plainDevice: devices.plainDevice,
    // Only browser protocols are judged: a service's HTTP client is no bot.
    is_bot: false,
  };
}

function visitorOf(request: PlainRequest, { id, external_id_hash }: Person): string {
  let visitor = request.visitors.get(id);
  if (visitor === undefined) {
    const { reception, secrets, tools } = request;
    visitor = tools.judgement.clientVisitor(secrets.organisationKey, reception.app.appId, external_id_hash);
    request.visitors.set(id, visitor);
  }
  return visitor;
}

function readItemPage(request: PlainRequest, reader: ItemReader, urlColumn: string): Page {
  const url = reader.raw('page_url') ?? (urlColumn === 'page_url' ? null : reader.raw(urlColumn));
  const route = reader.raw('page_path');
  const key = `${url ?? ''} ${route ?? ''}`;
  const known = request.pages.get(key);
  if (known !== undefined && reader.scrubber === request.scrubber) {
    return known;
  }
  const page = readPage(url ?? undefined, route ?? undefined, reader.scrubber, request.reception.app.routes);
  if (reader.scrubber === request.scrubber) {
    request.pages.set(key, page);
  }
  return page;
}

function readItemDevice(reader: ItemReader): JsonObject {
  const info = reader.object('device_info');
  for (const column of deviceColumns) {
    const text = reader.text(column, longestName);
    if (text !== null) {
      info[column] = text;
    }
  }
  return info;
}
