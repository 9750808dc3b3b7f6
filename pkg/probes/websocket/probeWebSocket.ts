import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import WebSocket from 'ws';
import { failed } from '../../domain/health/probing/Observation';
import { certificateOf } from '../certificate';
import { openConnection } from '../openConnection';
import type { Probe } from '../Probe';
import { Stopwatch } from '../Stopwatch';

const mostBytes = 64 * 1024;

/** Opens a WebSocket, says something if it was told to, and hears one message. */
export const probeWebSocket: Probe<'websocket'> = async (settings, secrets, edges) => {
  const { send, headers, verify_certificate: verify = true } = settings;
  const url = new URL(settings.url);
  const isSecure = url.protocol === 'wss:';
  const watch = new Stopwatch(edges.monotonic);
  const port = Number(url.port || (isSecure ? 443 : 80));
  const tls = isSecure ? { tls: { rejectUnauthorized: verify, ALPNProtocols: ['http/1.1'] } } : {};
  const socket = await openConnection({ host: url.hostname, port, ...tls }, edges, watch);
  const client = new WebSocket(url, {
    // The connection is made already, and was checked.
    createConnection: () => socket,
    headers: { ...headers, ...secrets.headers },
    maxPayload: mostBytes,
    perMessageDeflate: false,
    followRedirects: false,
  });
  const end = (): void => client.terminate();
  edges.signal.addEventListener('abort', end);
  try {
    const refusal = await opened(client, edges.signal);
    watch.ended('first_byte');
    if (refusal !== undefined) {
      return failed(`answered ${String(refusal)} instead of opening a WebSocket`, { phases: watch.phases });
    }
    const heard = send === undefined ? undefined : await reply(client, send, edges.signal);
    const facts: Record<string, string | number | undefined> = { body: heard, duration: watch.elapsed };
    return {
      failure: null,
      durationMs: watch.elapsed,
      phases: watch.phases,
      find: (source) => facts[source],
      details: detailsOf(socket),
    };
  } finally {
    edges.signal.removeEventListener('abort', end);
    client.terminate();
    socket.destroy();
  }
};

/** Undefined once it is open; the status of an answer that is no upgrade. */
function opened(client: WebSocket, signal: AbortSignal): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    client.once('open', () => resolve(undefined));
    client.once('unexpected-response', (_request, response: IncomingMessage) => resolve(response.statusCode ?? 0));
    client.once('error', (error) => reject(signal.aborted ? (signal.reason as Error) : error));
  });
}

function reply(client: WebSocket, text: string, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    client.once('message', (data: Buffer) => resolve(data.toString('utf8')));
    client.once('close', () =>
      reject(signal.aborted ? (signal.reason as Error) : Object.assign(new Error('closed'), { code: 'EPIPE' }))
    );
    client.send(text);
  });
}

function detailsOf(socket: Socket): Record<string, unknown> {
  const certificate = socket instanceof TLSSocket ? certificateOf(socket) : undefined;
  return {
    address: socket.remoteAddress,
    ...(certificate && { certificate, certificate_expires_at: certificate.expires_at }),
  };
}
