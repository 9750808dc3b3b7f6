import ipaddr from 'ipaddr.js';
import { isIPv4 } from 'node:net';

/**
 * The client's address in one spelling: IPv4 also where it came mapped into IPv6, without a port. What is no address
 * (a proxy's own word) is cut and taken as it is: it only names a bucket.
 */
export function clientAddress(ip: string): string {
  if (isIPv4(ip)) {
    return ip;
  }
  const bare = ip.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^(\d{1,3}(?:\.\d{1,3}){3}):\d+$/, '$1');
  if (!ipaddr.isValid(bare)) {
    return bare.slice(0, 64);
  }
  return ipaddr.process(bare).toString();
}

/** The name under which an address is limited: one IPv6 customer has a whole /64 to choose from. */
export function limitName(address: string): string {
  if (!address.includes(':') || !ipaddr.isValid(address)) {
    return address;
  }
  return ipaddr.parse(address).toByteArray().slice(0, 8).join('.');
}
