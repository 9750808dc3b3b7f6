import { second } from '../../lib/duration';
import { OperatorError } from '../../lib/OperatorError';
import { readBody } from './readBody';
import type { SeamarkServer, ServerRequest, ServerResponse } from './SeamarkServer';

/** Longer than any query is allowed to run, so that the server's own answer wins. */
const longestAnswer = 90 * second;

export interface RemoteAddress {
  /** Base address of a server's admin listener, with or without a path. */
  url: string;
  /** A token of scope `remote` of that server. */
  token: string;
}

/** A server that is reached over HTTP. Throws OperatorError where the address cannot be one. */
export function remoteServer(address: RemoteAddress, fetchWith: typeof fetch = fetch): SeamarkServer {
  const base = baseOf(address.url);
  const { token } = address;

  const send = async (request: ServerRequest): Promise<ServerResponse> => {
    const timeout = AbortSignal.timeout(longestAnswer);
    const signal = request.signal ? AbortSignal.any([request.signal, timeout]) : timeout;
    let answer: Response;
    try {
      answer = await fetchWith(`${base}${request.url}`, {
        method: request.method,
        headers: request.headers,
        // A redirect would carry the token to wherever it points.
        redirect: 'manual',
        signal,
        ...(request.body && request.body.byteLength > 0 ? { body: request.body as Uint8Array<ArrayBuffer> } : {}),
      });
    } catch (cause) {
      throw unreachable(base, timeout.aborted, cause);
    }
    return { status: answer.status, headers: headersOf(answer.headers), body: answer.body ?? Buffer.alloc(0) };
  };

  return {
    mode: 'remote',
    token,
    send,
    metrics: async () => {
      const answer = await send({ method: 'GET', url: '/metrics', headers: { authorization: `Bearer ${token}` } });
      const text = (await readBody(answer)).toString();
      return answer.status === 200 ? text : '';
    },
    stop: () => Promise.resolve(),
  };
}

function baseOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) {
    throw new OperatorError('The address of the Seamark server must start with http:// or https://.');
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw new OperatorError('The address of the Seamark server must not hold a user or password; give it a token.');
  }
  return `${parsed.origin}${parsed.pathname.replace(/\/+$/, '')}`;
}

/** Only what fetch has not undone already: lengths and encodings of the wire no longer fit the body. */
function headersOf(headers: Headers): Record<string, string> {
  const left = new Map(headers);
  left.delete('content-encoding');
  left.delete('content-length');
  return Object.fromEntries(left);
}

function unreachable(base: string, timedOut: boolean, cause: unknown): OperatorError {
  if (timedOut) {
    return new OperatorError(`The Seamark server at ${base} did not answer within ${longestAnswer / second} s.`, {
      cause,
    });
  }
  const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message || cause.cause : cause;
  return new OperatorError(
    `The Seamark server at ${base} cannot be reached (${String(reason)}). Check that it runs and that Grafana's host may connect to it.`,
    { cause }
  );
}
