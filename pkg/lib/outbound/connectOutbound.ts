import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectSecurely, type ConnectionOptions } from 'node:tls';
import { AddressRefused, type AddressGuard } from './AddressGuard';
import { checkHost, guardedLookup, type Lookup } from './guardedLookup';

export interface OutboundTarget {
  host: string;
  port: number;
  /** Speaks TLS from the first byte, with these options; undefined: plain TCP. */
  tls?: ConnectionOptions;
}

export interface OutboundOptions {
  guard: AddressGuard;
  /** Ends the attempt, or the connection. */
  signal?: AbortSignal;
  /** For tests of names that change their meaning. */
  find?: Lookup;
}

/**
 * Begins to connect to a target that a person named. The guard is asked before anything is sent, and once more about the
 * address that was really reached. Errors come as events of the socket, AddressRefused among them.
 */
export function connectOutbound({ host, port, tls }: OutboundTarget, { guard, signal, find }: OutboundOptions): Socket {
  checkHost(guard, host);
  const bare = host.replace(/^\[|\]$/g, '');
  const target = { host: bare, port, lookup: guardedLookup(guard, find), ...(signal && { signal }) };
  const socket: Socket = tls
    ? connectSecurely({ servername: servername(bare), ...tls, ...target })
    : connectPlain(target);
  socket.once('connect', () => {
    const complaint = guard.complaint(socket.remoteAddress ?? '');
    if (complaint !== undefined) {
      socket.destroy(new AddressRefused(complaint));
    }
  });
  return socket;
}

/** An IP address is no name that a certificate is asked for by. */
function servername(host: string): string {
  return /^[\d.]+$|:/.test(host) ? '' : host;
}
