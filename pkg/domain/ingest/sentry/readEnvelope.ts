import { isJsonObject, textAt, type JsonObject } from '../JsonObject';

/** One item of an envelope. */
export interface EnvelopeItem {
  type: string;
  /** Undefined: not read, because the type is not stored, or it is no JSON object. */
  payload: JsonObject | undefined;
  /** Why it cannot be read, if so. */
  problem: string | undefined;
}

export interface Envelope {
  header: JsonObject;
  items: EnvelopeItem[];
  /** Everything behind the header line, which changes when an SDK sends an envelope again. */
  content: string;
}

const lineFeed = 0x0a;
const mostItems = 1000;
/** The most bytes of one JSON item, as Sentry has it. */
const largestItem = 1024 * 1024;

/** Types whose payload is stored. */
export const storedTypes: ReadonlySet<string> = new Set([
  'event', 'transaction', 'span', 'session', 'sessions', 'client_report', 'log', 'trace_metric', 'check_in', 'user_report', 'feedback',
]); // prettier-ignore

/** The first line of an envelope, which may name the DSN; undefined when it is no JSON object. */
export function readEnvelopeHeader(data: Buffer): JsonObject | undefined {
  const end = data.indexOf(lineFeed);
  return parseObject(data.toString('utf8', 0, end === -1 ? data.length : end));
}

/**
 * Reads an envelope: a header line, then for each item a header line and a payload, which ends at the next line or has
 * the length that its header says. Undefined when the first line is no JSON object. An item that cannot be read costs
 * only itself, except that behind a broken item header nothing can be found.
 */
export function readEnvelope(data: Buffer): Envelope | undefined {
  const header = readEnvelopeHeader(data);
  if (header === undefined) {
    return undefined;
  }
  const items: EnvelopeItem[] = [];
  const first = data.indexOf(lineFeed);
  let at = first === -1 ? data.length : first + 1;
  const contentStart = at;
  while (at < data.length && items.length < mostItems) {
    const headerEnd = endOfLine(data, at);
    const line = data.toString('utf8', at, headerEnd).trim();
    at = headerEnd + 1;
    if (line === '') {
      continue;
    }
    const itemHeader = parseObject(line);
    if (itemHeader === undefined) {
      items.push({ type: 'item', payload: undefined, problem: 'the item header is no JSON object' });
      break;
    }
    const { length } = itemHeader;
    const hasLength = typeof length === 'number' && Number.isSafeInteger(length) && length >= 0;
    const end = hasLength ? at + length : endOfLine(data, at);
    items.push(itemOf(textAt(itemHeader, 'type') ?? '', data, at, end));
    at = end + 1;
  }
  return { header, items, content: data.toString('utf8', contentStart) };
}

function itemOf(type: string, data: Buffer, start: number, end: number): EnvelopeItem {
  const refuse = (problem: string): EnvelopeItem => ({ type, payload: undefined, problem });
  if (!storedTypes.has(type)) {
    return { type, payload: undefined, problem: undefined };
  }
  if (end > data.length) {
    return refuse('the item ends before the length that its header says');
  }
  if (end - start > largestItem) {
    return refuse(`an item holds at most ${largestItem} bytes`);
  }
  const payload = parseObject(data.toString('utf8', start, end));
  return payload === undefined ? refuse('the payload is no JSON object') : { type, payload, problem: undefined };
}

function endOfLine(data: Buffer, from: number): number {
  const end = data.indexOf(lineFeed, from);
  return end === -1 ? data.length : end;
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
