import type { Socket } from 'node:net';
import { connect, rootCertificates, type TLSSocket } from 'node:tls';
import type { ProbeEdges } from '../Probe';

/** Goes on in TLS over a connection that is there. Rejects with what OpenSSL or the connection says. */
export function startTls(
  socket: Socket,
  { host, verify }: { host: string; verify: boolean },
  { authorities, signal }: ProbeEdges
): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const secure = connect({
      socket,
      // An IP address is no name that a certificate is asked for by.
      servername: /^[\d.]+$|:/.test(host) ? '' : host,
      rejectUnauthorized: verify,
      ...(authorities && { ca: [...rootCertificates, ...authorities] }),
    });
    secure.once('secureConnect', () => resolve(secure));
    secure.once('error', (error) => reject(signal.aborted ? (signal.reason as Error) : error));
  });
}
