import { addAttribute, type JsonObject } from '../JsonObject';
import type { Treatment } from '../Judgement';
import { keepDecision } from '../keepDecision';
import type { Person, RawTable } from '../rows';
import { senderColumns } from '../Sender';
import { ItemReader } from './ItemReader';
import { isItemType, itemKinds, type ItemKind, type ItemType } from './itemKinds';
import type { PlainRequest } from './PlainRequest';
import { readItemSender, senderColumnNames } from './readItemSender';

const longestUserId = 320;
/** Health is of services: no visitor's consent is asked, and no visitor's columns are kept. */
const service: Treatment = { treatment: 'full', clientId: false, reason: null };

const knownColumns = new Map<ItemType, ReadonlySet<string>>(
  Object.entries(itemKinds).map(([type, kind]) => [
    type as ItemType,
    new Set<string>([...senderColumnNames, ...kind.columns]),
  ])
);

/** Adds the row of one item, or answers why it is refused. */
export function mapItem(request: PlainRequest, item: JsonObject, index: number): string | undefined {
  const { type } = item;
  if (!isItemType(type)) {
    return `type must be one of ${Object.keys(itemKinds).join(', ')}`;
  }
  if (type === 'health' && request.reception.app.keyScope === 'browser') {
    return 'a browser key may not write health';
  }
  // One implementation for all: TypeScript cannot follow the type from the name to the table.
  return mapKind(request, itemKinds[type] as unknown as ItemKind<RawTable>, type, item, index);
}

function mapKind(
  request: PlainRequest,
  kind: ItemKind<RawTable>,
  type: ItemType,
  item: JsonObject,
  index: number
): string | undefined {
  const { batch } = request;
  const reader = new ItemReader(item, request.scrubber);
  const time = request.clock.place(reader.time(kind.timeColumn), kind.table);
  if (typeof time === 'string') {
    return time.replace('timestamp', kind.timeColumn);
  }
  const decision = type === 'health' ? service : request.treatments[kind.purpose];
  if (decision.treatment === 'drop') {
    keepDecision(request, [], request.dailyVisitor);
    batch.drop(decision.reason);
    return undefined;
  }
  const person = type === 'health' ? undefined : readPerson(request, reader);
  const attributes = collectAttributes(reader, kind, type);
  reader.problem ??=
    request.scrubber.attributes(attributes) ?? request.scrubber.attributes(reader.object('device_info'));
  if (reader.problem !== undefined) {
    return reader.problem;
  }
  if (person !== undefined) {
    takePersonOut(request, reader, attributes);
  }
  const anonymous = decision.treatment !== 'full';
  const own = kind.read(reader, attributes, request, anonymous);
  if (!anonymous) {
    addAttribute(attributes, 'original_timestamp', time.original);
  }
  const facts = readItemSender(request, reader, person, kind.urlColumn);
  if (reader.problem !== undefined) {
    return reader.problem;
  }
  const key = { id: request.itemId(index), timestamp: time.timestamp };
  const kept = anonymous ? withoutAttributes(own) : own;
  const sender = senderColumns(facts, decision);
  if (type !== 'health') {
    keepDecision(request, [sender], request.dailyVisitor);
  }
  batch.add(kind.table, kind.compose(sender, key, kept), type, index);
  batch.accept(type);
  if (person !== undefined && !anonymous && !request.written.has(person)) {
    request.written.add(person);
    batch.rows.people.push(person);
  }
  return undefined;
}

function readPerson(request: PlainRequest, reader: ItemReader): Person | undefined {
  const given = reader.item.user_id;
  const externalId = typeof given === 'number' ? String(given) : reader.raw('user_id');
  if (externalId === null) {
    return undefined;
  }
  const known = request.people.get(externalId);
  if (known !== undefined) {
    return known;
  }
  const { app } = request.reception;
  const id = externalId.slice(0, longestUserId);
  const pseudonym = request.tools.judgement.person(request.secrets.organisationKey, app.appId, id);
  const person = { ...pseudonym, org_id: app.orgId, app_id: app.appId, email: null, name: null };
  request.people.set(externalId, person);
  return person;
}

/** The JSON column and whatever is no column, which is kept there too. */
function collectAttributes(reader: ItemReader, kind: ItemKind<RawTable>, type: ItemType): JsonObject {
  const attributes = reader.object(kind.attributes);
  const known = knownColumns.get(type);
  for (const key of Object.keys(reader.item)) {
    if (known?.has(key) !== true && key !== '__proto__') {
      addAttribute(attributes, key, reader.item[key]);
    }
  }
  return attributes;
}

/** The external id may stand elsewhere in the item too. Everything nested is shallow by now, so it can be looked at as text. */
function takePersonOut(request: PlainRequest, reader: ItemReader, attributes: JsonObject): void {
  const id = String(reader.item.user_id);
  reader.scrubber = request.tools.judgement.scrubberFor(JSON.stringify(reader.item), JSON.stringify(id), [id]);
  if (reader.scrubber !== request.scrubber) {
    reader.scrubber.attributes(attributes);
    reader.scrubber.attributes(reader.object('device_info'));
  }
}

/** Free attributes are not kept without consent. */
function withoutAttributes<Row extends object>(own: Row): Row {
  return 'metadata' in own ? { ...own, metadata: {} } : own;
}
