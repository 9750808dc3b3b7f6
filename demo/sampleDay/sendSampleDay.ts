import { healthDay } from './health';
import { seededRandom, type Random } from './random';
import { visit, type FaroBody } from './visit';

export interface SampleDayTarget {
  ingestUrl: string;
  browserKey: string;
  serverKey: string;
  /** Address under which the shop's pages are said to have been opened. */
  origin: string;
  /** End of the day, epoch milliseconds. */
  now: number;
  /** Called as the work goes on, with a share from 0 to 1. */
  progress(done: number): void;
}

const hour = 3_600_000;
const slowRelease = '1.5.0';
/** Requests under way at once: quick, and far below the limit of an app. */
const parallel = 8;

/**
 * Sends a day of visits, errors, timings and health through the public ingest listener, the same way as any client.
 * Answers the number of accepted items. Throws when the listener refuses a request.
 */
export async function sendSampleDay(target: SampleDayTarget): Promise<number> {
  const random = seededRandom(20_26);
  const from = target.now - 24 * hour;
  const visits: object[] = [];
  for (let start = from; start < target.now - 10 * 60_000; start += gap(random, start)) {
    const release = start > target.now - 7 * hour ? slowRelease : '1.4.2';
    const bodies = visit(random, { origin: target.origin, start, release, slowRelease });
    visits.push(...bodies.filter((body) => opensBefore(body, target.now - 30_000)));
  }
  const plain = chunk([...healthDay(random, from, target.now), ...apiTimes(random, from, target.now)], 1000);
  const requests = [
    ...visits.map((body) => ({ url: `${target.ingestUrl}/collect/${target.browserKey}`, body })),
    ...plain.map((items) => ({ url: `${target.ingestUrl}/api/v1/events/${target.serverKey}`, body: { items } })),
  ];
  return sendAll(requests, target);
}

/** Time to the next visit: busy at noon, quiet at night. */
function gap(random: Random, at: number): number {
  const hourOfDay = (at / hour) % 24;
  const busy = 0.25 + Math.sin((Math.max(0, hourOfDay - 5) / 18) * Math.PI) ** 2;
  return random.logNormal(90_000 / busy, 0.6);
}

/** Leaves out the pages that a visit of the last minutes would open in the future. */
function opensBefore(body: FaroBody, limit: number): boolean {
  const [first] = body.events;
  return first !== undefined && Date.parse(first.timestamp) < limit;
}

function apiTimes(random: Random, from: number, to: number): object[] {
  const items: object[] = [];
  for (let at = from; at < to; at += 60_000) {
    items.push({
      type: 'metric',
      name: 'API_RESPONSE_TIME',
      value: Math.round(random.logNormal(120, 0.4)),
      unit: 'ms',
      metadata: {
        route: random.pick([
          ['/api/stock', 3],
          ['/api/cart', 1],
        ] as const),
      },
      timestamp: new Date(at).toISOString(),
    });
  }
  return items;
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size)
  );
}

async function sendAll(requests: Array<{ url: string; body: object }>, target: SampleDayTarget): Promise<number> {
  let next = 0;
  let accepted = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < requests.length; index = next++) {
      const request = requests[index];
      if (request) {
        const taken = await send(request.url, request.body);
        accepted += taken;
        target.progress((index + 1) / requests.length);
      }
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return accepted;
}

async function send(url: string, body: object): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { accepted?: number; error?: { message: string } };
  if (!response.ok) {
    throw new Error(`sample data was refused with ${response.status}: ${answer.error?.message ?? ''}`);
  }
  return answer.accepted ?? 0;
}
