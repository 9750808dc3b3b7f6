import type { JsonObject } from '../JsonObject';
import type { Purpose, Treatment } from '../Judgement';
import { keepDecision } from '../keepDecision';
import { hintsFor } from '../page/clientHints';
import { readPage } from '../page/PageReader';
import type { Person } from '../rows';
import type { Scrubber } from '../Scrubber';
import { sendersByPurpose, type SenderColumns } from '../Sender';
import { sessionIdOf } from '../sessionIdOf';
import type { Intake } from './Intake';

/** What an item says of who sent it and from where; in the clear, for this request only. */
export interface SenderClues {
  externalId?: string | undefined;
  email?: string | undefined;
  name?: string | undefined;
  /** All that names the person, as it may be written elsewhere in the item too. */
  literals?: readonly string[];
  sessionId?: unknown;
  url?: string | undefined;
  /** A route that the client names. */
  route?: string | undefined;
  environment?: string | undefined;
  release?: string | undefined;
  country?: string | undefined;
  /** Facts about browser, system and device that come before those of the user agent. */
  device?: JsonObject;
  /** The page's own user agent. */
  userAgent?: string | undefined;
}

/** Who sent an item, as rows say it. */
export interface ItemSender {
  treatments: Readonly<Record<Purpose, Treatment>>;
  columns: Readonly<Record<Purpose, SenderColumns>>;
  person: Person | undefined;
  scrubber: Scrubber;
  userAgent: string | null;
}

const longestName = 255;
const longestValue = 320;
const longestUserAgent = 1024;
const agentFacts = ['browser', 'browser_version', 'os', 'os_version', 'device_type', 'device_model'] as const;

const everything: Readonly<Record<Purpose, Treatment>> = {
  analytics: { treatment: 'full', clientId: true, reason: null },
  performance: { treatment: 'full', clientId: true, reason: null },
  errors: { treatment: 'full', clientId: true, reason: null },
};

/** Works out the columns of a sender. Nothing of the clues is stored as it is. */
export function describeSender(intake: Intake, clues: SenderClues): ItemSender {
  const { tools, reception, secrets } = intake;
  const { judgement } = tools;
  const { app } = reception;
  const literals = (clues.literals ?? []).map((literal) => literal.slice(0, longestValue));
  // Escapes differ from protocol to protocol: what names a person is looked for whatever the body looks like.
  const scrubber = judgement.scrubberFor(literals.join('\\u'), '', literals);
  const isService = app.keyScope === 'server';
  const externalId = clues.externalId?.slice(0, longestValue);
  const person = externalId === undefined ? undefined : personOf(intake, externalId, clues);
  const sessionId = sessionIdOf(clues.sessionId, scrubber);
  const page = readPage(clues.url, clues.route, scrubber, app.routes);
  // Behind a service's key stands one machine, not a visitor; what names nobody, and passes on nobody's word, needs no consent.
  const isMachine = isService && person === undefined && sessionId === null && !passesOnAWord(intake);
  const treatments = isMachine ? everything : intake.treatments;
  const rawAgent = clues.userAgent ?? (isService ? undefined : reception.userAgent);
  const agent = tools.devices.userAgent(rawAgent, hintsFor(reception, rawAgent));
  const info = clues.device ?? {};
  for (const key of agentFacts) {
    info[key] ??= agent[key];
  }
  const devices = tools.devices.pairOf(scrubber.attributes(info) === undefined ? withoutEmpty(info) : {});
  const facts = {
    org_id: app.orgId,
    app_id: app.appId,
    user_id: person?.id ?? null,
    clientVisitor:
      externalId === undefined ? null : judgement.clientVisitor(secrets.organisationKey, app.appId, externalId),
    dailyVisitor: isService
      ? null
      : judgement.dailyVisitor(secrets.dailySalt, app.appId, reception.address, rawAgent ?? ''),
    session_id: sessionId,
    environment: nameOf(clues.environment, scrubber),
    release: nameOf(clues.release, scrubber),
    page_url: page.url,
    page_path: page.path,
    country: countryOf(clues.country) ?? intake.country,
    device: devices.device,
    plainDevice: devices.plainDevice,
    // Only browser protocols are judged: a service's HTTP client is no bot.
    is_bot: !isService && agent.isBot,
  };
  const columns = sendersByPurpose(facts, treatments);
  keepDecision(intake, Object.values(columns), facts.dailyVisitor);
  return {
    treatments,
    columns,
    person,
    scrubber,
    userAgent: rawAgent === undefined ? null : scrubber.text(rawAgent, longestUserAgent),
  };
}

/** Whether a service hands on what a visitor decided, or a visitor's browser signals. */
function passesOnAWord({ reception, spoken }: Intake): boolean {
  const { consent, doNotTrack, globalPrivacyControl } = reception;
  return consent !== undefined || spoken !== undefined || doNotTrack || globalPrivacyControl;
}

/** Puts the sender's person among the rows, once a request; called where a row that carries them was added. */
export function keepPerson(intake: Intake, { person }: ItemSender): void {
  if (person !== undefined && !intake.people.has(person.id)) {
    intake.people.add(person.id);
    intake.batch.rows.people.push(person);
  }
}

function personOf({ tools, reception, secrets }: Intake, externalId: string, clues: SenderClues): Person {
  const { appId, orgId } = reception.app;
  const pseudonym = tools.judgement.person(secrets.organisationKey, appId, externalId);
  return {
    ...pseudonym,
    org_id: orgId,
    app_id: appId,
    email: storable(clues.email),
    name: storable(clues.name),
  };
}

function storable(text: string | undefined): string | null {
  return text?.slice(0, longestValue).replace(/\0|\p{Cs}/gu, '\ufffd') ?? null;
}

function nameOf(text: string | undefined, scrubber: Scrubber): string | null {
  return text === undefined ? null : scrubber.text(text, longestName);
}

function countryOf(text: string | undefined): string | null {
  const country = text?.toUpperCase() ?? '';
  return /^[A-Z]{2}$/.test(country) ? country : null;
}

function withoutEmpty(info: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(info).filter(([, value]) => value !== undefined && value !== null && value !== '')
  );
}
