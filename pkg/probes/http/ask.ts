import { TLSSocket } from 'node:tls';
import { certificateOf } from '../certificate';
import { openConnection } from '../openConnection';
import type { ProbeEdges } from '../Probe';
import type { Stopwatch } from '../Stopwatch';
import { exchangeHttp1 } from './exchangeHttp1';
import { exchangeHttp2 } from './exchangeHttp2';
import type { HttpAnswer, HttpQuestion } from './HttpAnswer';

export interface HttpOptions {
  version: '1.1' | '2' | undefined;
  verify: boolean;
}

/** The server speaks another version of HTTP than the check insists on. */
export class WrongVersion extends Error {
  override readonly name = 'WrongVersion';
}

/** Asks once, over a connection of its own. Throws what the connection says, WrongVersion, or the signal's reason. */
export async function ask(
  question: HttpQuestion,
  { version, verify }: HttpOptions,
  edges: ProbeEdges,
  watch: Stopwatch
): Promise<HttpAnswer> {
  const { url } = question;
  const isSecure = url.protocol === 'https:';
  const offered = version === undefined ? ['h2', 'http/1.1'] : [version === '2' ? 'h2' : 'http/1.1'];
  const socket = await openConnection(
    {
      host: url.hostname,
      port: Number(url.port || (isSecure ? 443 : 80)),
      ...(isSecure && { tls: { ALPNProtocols: offered, rejectUnauthorized: verify } }),
    },
    edges,
    watch
  );
  const end = (): void => void socket.destroy(edges.signal.reason as Error);
  edges.signal.addEventListener('abort', end);
  try {
    // In the clear there is nothing to agree on: who insists on 2 starts with it.
    const agreed = socket instanceof TLSSocket ? socket.alpnProtocol === 'h2' : version === '2';
    if (version === '2' && !agreed) {
      throw new WrongVersion('the server does not speak HTTP/2');
    }
    const address = socket.remoteAddress;
    const certificate = socket instanceof TLSSocket ? certificateOf(socket) : undefined;
    const answer = await (agreed ? exchangeHttp2 : exchangeHttp1)(socket, question, () => watch.ended('first_byte'));
    watch.ended('transfer');
    return { ...answer, version: agreed ? '2' : '1.1', address, certificate };
  } catch (error) {
    throw edges.signal.aborted ? edges.signal.reason : error;
  } finally {
    edges.signal.removeEventListener('abort', end);
    socket.destroy();
  }
}
