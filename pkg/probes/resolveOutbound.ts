import { isIP } from 'node:net';
import { checkHost, guardedLookup } from '../lib/outbound/guardedLookup';
import type { ProbeEdges } from './Probe';

/**
 * The address of a host, for clients that connect by themselves: they are given the address, so that they have nothing
 * left to look up. Throws AddressRefused, or what the resolver says.
 */
export async function resolveOutbound(host: string, { guard, find }: ProbeEdges): Promise<string> {
  const bare = host.replace(/^\[|\]$/g, '');
  checkHost(guard, bare);
  if (isIP(bare) !== 0) {
    return bare;
  }
  return new Promise((resolve, reject) => {
    guardedLookup(guard, find)(bare, {}, (error, address) => {
      if (error !== null) {
        reject(error);
      } else {
        resolve(String(address));
      }
    });
  });
}
