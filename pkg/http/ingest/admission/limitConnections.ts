import type { Server } from 'node:http';
import ipaddr from 'ipaddr.js';
import type { Socket } from 'node:net';
import { clientAddress, limitName } from './clientAddress';

/** A connection costs some 20 KB; those who only hold them must not use up memory and file descriptors. */
const mostConnections = 8192;
/** Enough for a company behind one address; a proxy that is trusted may have all. */
const mostOfOneAddress = 2048;

/**
 * Bounds the connections of a listener, in all and for each client's network: what is too much is closed at once.
 * `trustedProxies` are CIDRs.
 */
export function limitConnections(
  server: Server,
  trustedProxies: readonly string[],
  { all, ofOneAddress } = { all: mostConnections, ofOneAddress: mostOfOneAddress }
): void {
  const counts = new Map<string, number>();
  server.maxConnections = all;
  server.on('connection', (socket: Socket) => {
    const address = clientAddress(socket.remoteAddress ?? '');
    const name = limitName(address);
    const count = (counts.get(name) ?? 0) + 1;
    if (count > ofOneAddress && !isTrusted(address, trustedProxies)) {
      socket.destroy();
      return;
    }
    counts.set(name, count);
    socket.once('close', () => {
      const left = (counts.get(name) ?? 0) - 1;
      if (left > 0) {
        counts.set(name, left);
      } else {
        counts.delete(name);
      }
    });
  });
}

function isTrusted(address: string, proxies: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) {
    return false;
  }
  const parsed = ipaddr.process(address);
  return proxies.some((cidr) => {
    const range = ipaddr.isValidCIDR(cidr) ? ipaddr.parseCIDR(cidr) : undefined;
    return range?.[0].kind() === parsed.kind() && parsed.match(range);
  });
}
