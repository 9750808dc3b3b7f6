import { request, type IncomingHttpHeaders } from 'node:http';
import type { Exchange } from './HttpAnswer';
import { readBody } from './readBody';

/** Asks over HTTP/1.1. */
export const exchangeHttp1: Exchange = (socket, { method, url, headers, body }, begun) =>
  new Promise((resolve, reject) => {
    const sent = request(
      {
        method,
        path: `${url.pathname}${url.search}`,
        headers: {
          host: url.host,
          connection: 'close',
          ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
          ...headers,
        },
        createConnection: () => socket,
      },
      (answer) => {
        begun();
        readBody(answer).then(
          (read) => resolve({ ...read, status: answer.statusCode ?? 0, headers: joined(answer.headers) }),
          reject
        );
      }
    );
    sent.once('error', reject);
    sent.end(body);
  });

/** Headers with one text each. */
export function joined(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || name.startsWith(':') ? [] : [[name, [value].flat().join(', ')]]
    )
  );
}
