import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one client was seen to send, of our own recording (`npm run bench:record`). */
export interface Recording {
  client: string;
  /** Epoch milliseconds: the times in the bodies are near it. */
  recordedAt: number;
  requests: RecordedRequest[];
}

export interface RecordedRequest {
  /** With `{browserKey}` and `{number}` in place of a key and an app's number. */
  path: string;
  contentType: string;
  /** The body after decompression, as text where it is one. */
  text?: string;
  base64?: string;
}

export const corpusFolder = join(__dirname, 'corpus');

export function recordings(): Recording[] {
  return readdirSync(corpusFolder)
    .sort()
    .map((name) => JSON.parse(readFileSync(join(corpusFolder, name), 'utf8')) as Recording);
}
