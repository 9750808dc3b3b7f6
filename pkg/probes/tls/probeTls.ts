import { TLSSocket } from 'node:tls';
import { failed } from '../../domain/health/probing/Observation';
import { certificateOf, daysLeft } from '../certificate';
import { describeFailure } from '../describeFailure';
import { openConnection } from '../openConnection';
import type { Probe } from '../Probe';
import { Stopwatch } from '../Stopwatch';

const standardPort = 443;

/**
 * Looks at a server's certificate: its chain, its names, when it ends. One that is not valid is looked at all the same,
 * so that the failure can say more than that.
 */
export const probeTls: Probe<'tls'> = async (settings, _secrets, edges) => {
  const { host, port = standardPort, server_name: name } = settings;
  const watch = new Stopwatch(edges.monotonic);
  const tls = { rejectUnauthorized: false, ...(name !== undefined && { servername: name }) };
  const socket = await openConnection({ host, port, tls }, edges, watch);
  try {
    const certificate = socket instanceof TLSSocket ? certificateOf(socket) : undefined;
    if (!(socket instanceof TLSSocket) || certificate === undefined) {
      return failed('the server has no certificate');
    }
    const seen = {
      durationMs: watch.elapsed,
      phases: watch.phases,
      details: { certificate, certificate_expires_at: certificate.expires_at, address: socket.remoteAddress },
    };
    if (!socket.authorized) {
      // OpenSSL's word for it is in a field that is declared as an error.
      const code = String(socket.authorizationError as unknown);
      return failed(describeFailure(Object.assign(new Error(code), { code }), 0), seen);
    }
    const facts: Record<string, string | number> = {
      certificate_days: daysLeft(certificate, edges.now()),
      protocol: certificate.protocol,
      duration: watch.elapsed,
    };
    return { ...seen, failure: null, find: (source) => facts[source] };
  } finally {
    socket.destroy();
  }
};
