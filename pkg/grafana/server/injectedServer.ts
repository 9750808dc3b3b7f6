import { httpMethods, type HttpMethod } from './httpMethods';
import type { SeamarkServer } from './SeamarkServer';

/** A request for an HTTP app that runs in this process, in the words of Fastify's `inject`. */
export interface InjectedRequest {
  method: HttpMethod;
  url: string;
  headers: Record<string, string>;
  payload?: Buffer;
  signal?: AbortSignal;
}

export interface InjectedServerPorts {
  inject: (request: InjectedRequest) => Promise<{
    statusCode: number;
    headers: Readonly<Record<string, string | number | readonly string[] | undefined>>;
    rawPayload: Buffer;
  }>;
  /** A token of scope `remote` that the app was told to accept. */
  token: string;
  metrics: () => Promise<string>;
  stop: () => Promise<void>;
}

/** A server in this process, reached without a connection. */
export function injectedServer({ inject, token, metrics, stop }: InjectedServerPorts): SeamarkServer {
  return {
    mode: 'embedded',
    token,
    metrics,
    stop,
    send: async ({ method, url, headers, body, signal }) => {
      const known = httpMethods.find((each) => each === method);
      if (known === undefined) {
        return { status: 405, headers: {}, body: Buffer.alloc(0) };
      }
      const answer = await inject({
        method: known,
        url,
        headers: { ...headers },
        ...(body && body.byteLength > 0 ? { payload: Buffer.from(body.buffer, body.byteOffset, body.byteLength) } : {}),
        ...(signal ? { signal } : {}),
      });
      const answered = Object.entries(answer.headers).map(([name, value]) => [
        name.toLowerCase(),
        typeof value === 'number' ? String(value) : value,
      ]);
      return {
        status: answer.statusCode,
        headers: Object.fromEntries(answered) as Record<string, string | string[] | undefined>,
        body: answer.rawPayload,
      };
    },
  };
}
