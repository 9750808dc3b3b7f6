import type { Intake } from '../intake/Intake';
import type { ItemSender } from '../intake/ItemSender';
import { isJsonObject, objectAt, textAt, type JsonObject } from '../JsonObject';
import { keepDecision } from '../keepDecision';
import { hintsFor } from '../page/clientHints';
import type { DevicePair, UserAgentFacts } from '../page/DeviceReader';
import { readPage } from '../page/PageReader';
import type { Reception } from '../Reception';
import type { Person } from '../rows';
import type { Scrubber } from '../Scrubber';
import { sendersByPurpose } from '../Sender';
import { sessionIdOf } from '../sessionIdOf';
import type { MappingTools } from '../MappingTools';
import { deviceInfo, takeDeviceParts } from './readDevice';
import { takePerson, type ClearPerson } from './readPerson';

/** Who sent a payload and from where. */
export interface FaroSender extends ItemSender {
  /** What is left of `meta` when the columns were taken out; undefined when nothing is. */
  meta: JsonObject | undefined;
}

const longestName = 255;
const longestUserAgent = 1024;

/** Reads `meta` into the columns of the sender and takes out of it what must not be stored as it is. */
export function readSender(intake: Intake, meta: JsonObject): FaroSender {
  const { tools, reception, secrets, batch, treatments } = intake;
  const clear = takePerson(meta);
  const scrubber = tools.judgement.scrubberFor(reception.body, clear.own, clear.literals);
  const session = objectAt(meta, 'session');
  const sessionId = sessionIdOf(session.id ?? reception.sessionId, scrubber);
  batch.sessionInvalid = sessionId === null && (session.id ?? reception.sessionId) !== undefined;
  const page = objectAt(meta, 'page');
  const { url, path } = readPage(textAt(page, 'url'), routeOf(page), scrubber, reception.app.routes);
  session.id = undefined;
  page.url = undefined;
  const rawAgent = textAt(objectAt(meta, 'browser'), 'userAgent') ?? reception.userAgent;
  const relayed = isRelayed(meta, reception.userAgent);
  const agent = tools.devices.userAgent(rawAgent, hintsFor(reception, rawAgent));
  const devices = readDevices(tools, meta, agent, scrubber, clear);
  const problem = scrubber.attributes(meta);
  const clean = problem === undefined ? meta : {};
  if (problem !== undefined) {
    batch.reject('meta', 0, problem);
  }
  const app = objectAt(clean, 'app');
  const { organisationKey, dailySalt } = secrets;
  const { appId, orgId } = reception.app;
  const person = personOf(tools, clear, reception, organisationKey);
  const facts = {
    org_id: orgId,
    app_id: appId,
    user_id: person?.id ?? null,
    clientVisitor:
      clear.clientId === undefined ? null : tools.judgement.clientVisitor(organisationKey, appId, clear.clientId),
    dailyVisitor: tools.judgement.dailyVisitor(dailySalt, appId, reception.address, rawAgent ?? ''),
    session_id: sessionId,
    environment: textAt(app, 'environment')?.slice(0, longestName) ?? null,
    release: (textAt(app, 'release') ?? textAt(app, 'version'))?.slice(0, longestName) ?? null,
    page_url: url,
    page_path: path,
    country: countryOf(objectAt(clean, 'geo')) ?? intake.country,
    device: devices.device,
    plainDevice: devices.plainDevice,
    is_bot: agent.isBot && !relayed,
  };
  const columns = sendersByPurpose(facts, treatments);
  keepDecision(intake, Object.values(columns), facts.dailyVisitor);
  return {
    treatments,
    columns,
    person,
    scrubber,
    userAgent: rawAgent === undefined ? null : scrubber.text(rawAgent, longestUserAgent),
    meta: restOf(clean),
  };
}

/**
 * Whether the header names the program that passed on what a browser measured (a collector, a script) rather than the
 * browser: the payload names its browser without a user agent, and no browser, nor a crawler, calls itself so.
 */
function isRelayed(meta: JsonObject, header: string | undefined): boolean {
  const browser = objectAt(meta, 'browser');
  const named = textAt(browser, 'name') !== undefined && textAt(browser, 'userAgent') === undefined;
  return named && /^(curl|python|node|undici|axios|go-http-client|java|okhttp|alloy)\b/i.test(header ?? '');
}

function personOf(
  tools: MappingTools,
  clear: ClearPerson,
  { app }: Reception,
  organisationKey: Buffer
): Person | undefined {
  if (clear.externalId === undefined) {
    return undefined;
  }
  const pseudonym = tools.judgement.person(organisationKey, app.appId, clear.externalId);
  return { ...pseudonym, org_id: app.orgId, app_id: app.appId, email: clear.email, name: clear.name };
}

/** A route that the client names: the page attribute `route`, or a page id that is a path. */
function routeOf(page: JsonObject): string | undefined {
  const route = textAt(objectAt(page, 'attributes'), 'route');
  const id = textAt(page, 'id');
  return route ?? (id?.startsWith('/') ? id : undefined);
}

function countryOf(geo: JsonObject): string | null {
  const country = textAt(geo, 'country_iso')?.toUpperCase() ?? '';
  return /^[A-Z]{2}$/.test(country) ? country : null;
}

/** Devices repeat from request to request; only those of a payload that names its person are worked out anew. */
function readDevices(
  { devices, judgement }: MappingTools,
  meta: JsonObject,
  agent: UserAgentFacts,
  scrubber: Scrubber,
  clear: ClearPerson
): DevicePair {
  const parts = takeDeviceParts(meta);
  const describe = () => (scrubber.attributes(parts) === undefined ? deviceInfo(parts, agent) : {});
  const namesPerson = clear.literals.length > 0 && scrubber !== judgement.scrubberFor('', '', []);
  const key = namesPerson ? undefined : textOf(parts);
  return key === undefined ? devices.pairOf(describe()) : devices.pair(`${key}${agent.key}`, describe);
}

/** Undefined for what is nested so deeply that writing it would overflow the stack, or too long to remember. */
function textOf(parts: JsonObject): string | undefined {
  try {
    const text = JSON.stringify(parts);
    return text.length <= 4096 ? text : undefined;
  } catch {
    return undefined;
  }
}

/** `meta` without what has a column and without empty parts: kept as JSON with every row. */
function restOf(meta: JsonObject): JsonObject | undefined {
  const app = objectAt(meta, 'app');
  if (app.release === undefined) {
    app.version = undefined;
  }
  app.environment = app.release = undefined;
  const rest: JsonObject = {};
  for (const key of Object.keys(meta)) {
    const part = meta[key];
    const kept = isJsonObject(part) ? withoutEmpty(part) : part;
    if (kept !== undefined && kept !== null) {
      rest[key] = kept;
    }
  }
  return Object.keys(rest).length === 0 ? undefined : rest;
}

function withoutEmpty(part: JsonObject): JsonObject | undefined {
  const kept: JsonObject = {};
  for (const key of Object.keys(part)) {
    const value = part[key];
    if (value !== undefined && !(isJsonObject(value) && Object.keys(value).length === 0)) {
      kept[key] = value;
    }
  }
  return Object.keys(kept).length === 0 ? undefined : kept;
}
