import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { RecordedRequest } from '../Recording';

/** Stands in for the app's key and number while clients are recorded. */
export const recordedKey = 'f'.repeat(32);
export const recordedNumber = '4711';

/** A listener that says yes to every client and remembers what it was sent. */
export class RecordingListener {
  readonly requests: RecordedRequest[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
      void bodyOf(request).then((body) => {
        if (request.method === 'POST') {
          this.requests.push(recorded(request, body));
        }
        response.writeHead(request.url?.startsWith('/collect') ? 202 : 200, headers).end('{}');
      });
    });
  }

  static async start(): Promise<RecordingListener> {
    const listener = new RecordingListener();
    await new Promise<void>((resolve) => listener.#server.listen(0, '127.0.0.1', resolve));
    return listener;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Repeatable. */
  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
  }
  const body = Buffer.concat(parts);
  return request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
}

function recorded(request: IncomingMessage, body: Buffer): RecordedRequest {
  const path = (request.url ?? '').replaceAll(recordedKey, '{browserKey}').replace(recordedNumber, '{number}');
  const contentType = request.headers['content-type'] ?? '';
  const isText = !contentType.includes('protobuf');
  const text = body
    .toString('utf8')
    .replaceAll(recordedKey, '{browserKey}')
    .replaceAll(request.headers.host ?? '', 'ingest.example');
  return { path, contentType, ...(isText ? { text } : { base64: body.toString('base64') }) };
}
