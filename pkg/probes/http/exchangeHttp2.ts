import { connect, constants } from 'node:http2';
import type { Exchange } from './HttpAnswer';
import { joined } from './exchangeHttp1';
import { readBody } from './readBody';

/** Asks over HTTP/2, on a connection that has agreed to it. */
export const exchangeHttp2: Exchange = (socket, { method, url, headers, body }, begun) =>
  new Promise((resolve, reject) => {
    const session = connect(url.origin, { createConnection: () => socket });
    session.once('error', reject);
    // Who goes away without a word has not answered.
    session.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
    const stream = session.request({
      ...headers,
      [constants.HTTP2_HEADER_METHOD]: method,
      [constants.HTTP2_HEADER_PATH]: `${url.pathname}${url.search}`,
    });
    stream.once('error', reject);
    stream.once('response', (answer) => {
      begun();
      readBody(stream)
        .then((read) => resolve({ ...read, status: Number(answer[':status'] ?? 0), headers: joined(answer) }), reject)
        .finally(() => session.destroy());
    });
    stream.end(body);
  });
