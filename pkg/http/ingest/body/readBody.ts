import type { IncomingMessage } from 'node:http';
import { HttpProblem } from '../../errors/HttpProblem';

/**
 * A request's whole body as it came, at most `limit` bytes. `grow` hears of each part before it is kept, and may refuse it by throwing.
 * Rejects with 413 beyond the limit, at once where the request says so itself, and with 400 when the body breaks off.
 */
export function readBody(request: IncomingMessage, limit: number, grow: (bytes: number) => void): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let received = 0;
    const announced = Number(request.headers['content-length']);
    const stop = (error: unknown): void => {
      request.off('data', take);
      // What still comes is thrown away until the connection is closed.
      request.resume();
      reject(error);
    };
    const take = (part: Buffer): void => {
      received += part.length;
      try {
        if (received > limit) {
          throw tooLarge();
        }
        grow(part.length);
      } catch (error) {
        stop(error);
        return;
      }
      parts.push(part);
    };
    if (announced > limit) {
      stop(tooLarge());
      return;
    }
    request.on('data', take);
    request.once('end', () => {
      if (!Number.isNaN(announced) && received !== announced) {
        stop(new HttpProblem(400, 'bad_request', 'The body is shorter or longer than its content-length says'));
      } else {
        // A copy: a part is a view of what the socket reads into next.
        resolve(Buffer.concat(parts, received));
      }
    });
    request.once('error', () => stop(new HttpProblem(400, 'bad_request', 'The body broke off')));
  });
}

function tooLarge(): HttpProblem {
  return new HttpProblem(413, 'too_large', 'The body is too large');
}
