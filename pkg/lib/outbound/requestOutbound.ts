import { request as requestPlain, type IncomingHttpHeaders } from 'node:http';
import { request as requestSecurely } from 'node:https';
import { connectOutbound, type OutboundOptions } from './connectOutbound';

export interface OutboundRequest {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  /** http or https. */
  url: URL;
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
  /** Bytes of the answer that are kept; what comes after is not read. */
  mostBytes: number;
}

export interface OutboundAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/**
 * Sends one HTTP request to an address that a person named, over a connection of its own. Redirects are answered, not
 * followed. Throws AddressRefused, an error of the connection, or the signal's reason.
 */
export function requestOutbound(sent: OutboundRequest, options: OutboundOptions): Promise<OutboundAnswer> {
  const { url, method, headers, body, mostBytes } = sent;
  const isSecure = url.protocol === 'https:';
  if (!isSecure && url.protocol !== 'http:') {
    return Promise.reject(new TypeError(`${url.protocol} is neither http: nor https:`));
  }
  return new Promise((resolve, reject) => {
    const { hostname: host } = url;
    const port = Number(url.port || (isSecure ? 443 : 80));
    // Throws inside of the promise where the host itself is refused.
    const connect = () =>
      connectOutbound({ host, port, ...(isSecure && { tls: { ALPNProtocols: ['http/1.1'] } }) }, options);
    const request = (isSecure ? requestSecurely : requestPlain)(
      {
        method,
        host,
        port,
        path: `${url.pathname}${url.search}`,
        headers: {
          host: url.host,
          'accept-encoding': 'identity',
          connection: 'close',
          ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
          ...headers,
        },
        createConnection: connect,
        ...(options.signal && { signal: options.signal }),
      },
      (answer) => {
        const chunks: Buffer[] = [];
        let length = 0;
        const finish = (): void =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks).subarray(0, mostBytes),
          });
        answer.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          length += chunk.length;
          if (length >= mostBytes) {
            finish();
            answer.destroy();
          }
        });
        answer.once('end', finish);
        answer.once('error', reject);
      }
    );
    request.once('error', reject);
    request.end(body);
  });
}
