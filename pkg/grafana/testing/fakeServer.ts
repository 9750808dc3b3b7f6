import { identityHeader, verifyIdentity, type IdentityClaims } from '../../domain/access/identityHeader';
import type { SeamarkServer, ServerRequest, ServerResponse } from '../server/SeamarkServer';

export interface FakeServer extends SeamarkServer {
  readonly asked: ServerRequest[];
  /** Claims of the latest request, where its header was signed under the server's token. */
  claims(now: number): IdentityClaims | undefined;
}

/** A server in memory that remembers what it was asked. */
export function fakeServer(
  answer: (request: ServerRequest) => ServerResponse | Promise<ServerResponse>,
  options: Partial<Pick<SeamarkServer, 'mode' | 'token' | 'metrics' | 'stop'>> = {}
): FakeServer {
  const asked: ServerRequest[] = [];
  const token = options.token ?? 'token-of-the-fake';
  return {
    mode: options.mode ?? 'embedded',
    token,
    asked,
    claims: (now) => verifyIdentity(asked.at(-1)?.headers[identityHeader] ?? '', token, now),
    send: async (request) => {
      asked.push(request);
      return answer(request);
    },
    metrics: options.metrics ?? (() => Promise.resolve('seamark_accepted_total 1\n')),
    stop: options.stop ?? (() => Promise.resolve()),
  };
}

/** An answer with a JSON body. */
export function jsonAnswer(status: number, value: unknown): ServerResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: Buffer.from(JSON.stringify(value)),
  };
}
