import ipaddr from 'ipaddr.js';

/** The address of a target is not one that a person may send this server to. The message can be shown. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

/** Decides which addresses this server may be sent to by somebody who only names a target. */
export interface AddressGuard {
  /** Why nobody may be sent to an IP address; undefined where they may. */
  complaint(address: string): string | undefined;
}

/** Addresses that look public and are not: Azure answers its machines' secrets here. */
const metadataAddresses = ['168.63.129.16'];

/** What ipaddr.js calls the ranges, in words for a person. */
const words: Readonly<Record<string, string>> = {
  unspecified: 'no address at all',
  loopback: 'this machine itself',
  private: 'a private network',
  uniqueLocal: 'a private network',
  deprecatedSiteLocal: 'a private network',
  carrierGradeNat: 'a private network',
  linkLocal: 'the own network, where cloud metadata lives',
  multicast: 'many machines at once',
  broadcast: 'many machines at once',
};

/**
 * Lets public addresses through, and those in `allow` whatever they are. An IPv4 address in one of its IPv6 forms is
 * judged as what it is.
 * @param allow networks such as `10.0.0.0/8`, or single addresses
 * @param setting what to set to allow more, for the message
 */
export function addressGuard(allow: readonly string[], setting: string): AddressGuard {
  const networks = allow.map((network) =>
    ipaddr.isValidCIDR(network) ? ipaddr.parseCIDR(network) : wholeAddress(ipaddr.process(network))
  );
  return {
    complaint: (text) => {
      // A zone only says through which interface.
      const bare = text.replace(/%.*$/, '');
      if (!ipaddr.isValid(bare)) {
        return `"${text}" is no IP address`;
      }
      const address = embeddedAddress(ipaddr.process(bare));
      const isAllowed = networks.some(
        ([network, bits]) => network.kind() === address.kind() && address.match([network, bits])
      );
      const range = address.range();
      const isPublic = range === 'unicast' && !metadataAddresses.includes(address.toString());
      return isAllowed || isPublic
        ? undefined
        : `${bare} is ${words[range] ?? 'of a reserved range'}: nobody is sent there unless ${setting} names it`;
    },
  };
}

type Address = ReturnType<typeof ipaddr.process>;

function wholeAddress(address: Address): [Address, number] {
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

/**
 * The IPv4 address that an IPv6 address is another spelling of, else itself: NAT64 (RFC 6052, what all of IPv4 looks like
 * where there is only IPv6) and the obsolete IPv4-compatible form (RFC 4291) have it in their last four bytes.
 */
function embeddedAddress(address: Address): Address {
  const bytes = address.toByteArray();
  const isZero = (from: number, to: number): boolean => bytes.slice(from, to).every((byte) => byte === 0);
  const isTranslated = address.range() === 'rfc6052' && isZero(4, 12);
  const isCompatible = bytes.length === 16 && address.range() === 'unicast' && isZero(0, 12);
  return isTranslated || isCompatible ? ipaddr.fromByteArray(bytes.slice(12)) : address;
}
