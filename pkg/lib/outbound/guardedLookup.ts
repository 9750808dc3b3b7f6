import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { AddressRefused, type AddressGuard } from './AddressGuard';

/** Finds the addresses of a name, as `node:dns` does. */
export type Lookup = (
  hostname: string,
  options: LookupOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void
) => void;

const system: Lookup = (hostname, options, done) =>
  systemLookup(hostname, { ...options, all: true }, (error, addresses) => done(error, addresses));

/**
 * A `lookup` for sockets that finds no address which the guard refuses. The socket connects to what this answers and asks
 * nobody again, so a name that means something else the second time gains nothing. One bad address spoils the name: who
 * mixes them is up to something.
 */
export function guardedLookup(guard: AddressGuard, find: Lookup = system): LookupFunction {
  return (hostname, options, done) => {
    find(hostname, options, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) {
        done(error ?? new AddressRefused(`${hostname} has no address`), '', 0);
        return;
      }
      const complaint = addresses.map(({ address }) => guard.complaint(address)).find((each) => each !== undefined);
      if (complaint !== undefined) {
        done(refusal(hostname, complaint), '', 0);
      } else if (options.all === true) {
        done(null, addresses);
      } else {
        done(null, first.address, first.family);
      }
    });
  };
}

/** Throws AddressRefused where a host is written as an address that the guard refuses: no lookup is made for those. */
export function checkHost(guard: AddressGuard, host: string): void {
  const bare = host.replace(/^\[|\]$/g, '');
  const complaint = isIP(bare.replace(/%.*$/, '')) === 0 ? undefined : guard.complaint(bare);
  if (complaint !== undefined) {
    throw refusal(bare, complaint);
  }
}

function refusal(host: string, complaint: string): AddressRefused {
  return new AddressRefused(complaint.startsWith(host) ? complaint : `${host}: ${complaint}`);
}
