import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventedSeeds } from './inventedSeeds';
import { bytesMovedTo, textMovedTo } from './movedTimes';
import { recordings, type RecordedRequest, type Recording } from './Recording';
import type { Seed, SeedKeys } from './Seed';

const fixtures = join(__dirname, '..', '..', 'pkg/domain/ingest/fixtures');

/** Payloads of public projects, and where they are sent. */
const fixturePaths: Readonly<Record<string, string>> = {
  'alloy-payload.json': '/collect/{browserKey}',
  'alloy-payload-2.json': '/collect/{browserKey}',
  'otlp-events.json': '/v1/logs',
  'otlp-logs.json': '/v1/logs',
  'otlp-trace.json': '/v1/traces',
  'otlp-metrics.json': '/v1/metrics',
};

/** Real payloads of every protocol: public ones, recorded ones and a few of our own, their times moved to `now` (epoch ms). */
export function seedsOf(keys: SeedKeys, now: number): Seed[] {
  const fill = (text: string): string =>
    text.replaceAll('{browserKey}', keys.browserKey).replaceAll('{number}', String(keys.number));
  const seed = (path: string, contentType: string, text: string): Seed => ({
    path: fill(path),
    contentType,
    lines: linesOf(textMovedTo(text, now)),
    bytes: Buffer.alloc(0),
  });
  const recorded = (recording: Recording, { path, contentType, text, base64 = '' }: RecordedRequest): Seed =>
    text === undefined
      ? {
          path: fill(path),
          contentType,
          lines: undefined,
          bytes: bytesMovedTo(Buffer.from(base64, 'base64'), recording.recordedAt, now),
        }
      : seed(path, contentType, text);
  return [
    ...Object.entries(fixturePaths).map(([name, path]) =>
      seed(path, 'application/json', JSON.stringify(JSON.parse(readFileSync(join(fixtures, name), 'utf8'))))
    ),
    ...recordings().flatMap((recording) => recording.requests.map((request) => recorded(recording, request))),
    ...inventedSeeds(keys, now),
  ];
}

/** Lines that are no JSON (the text of an attachment) stay texts. */
function linesOf(text: string): unknown[] {
  return text.split('\n').map((line): unknown => {
    try {
      return JSON.parse(line);
    } catch {
      return line;
    }
  });
}
