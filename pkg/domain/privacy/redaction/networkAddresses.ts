import { isIPv6 } from 'node:net';

const ipv4 = /(?<![\w.])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?!\w|\.\d)/g;
const ipv6Run = /[0-9a-f:.]{3,}/gi;
const mac = /(?<![0-9a-z:-])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![0-9a-z:-])/gi;
const wordCharacter = /\w/;
/** `Chrome/120.0.0.0` is a version, although it looks like an address. */
const browserVersion =
  /(?:Chrome|Chromium|CriOS|Edg|EdgA|EdgiOS|OPR|Version|SamsungBrowser|YaBrowser|Vivaldi|Electron)\/$/;
const privateNetwork = /^(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./;

/**
 * Replaces addresses that may be a visitor's. Loopback stays, and so do private addresses right after `://`: they name
 * the server of an internal page, without which its URLs and stacks are useless.
 */
export function redactIpAddresses(text: string): string {
  const withoutV4 = text.replace(ipv4, (match, a: string, b: string, c: string, d: string, at: number) => {
    if (Number(a) > 255 || Number(b) > 255 || Number(c) > 255 || Number(d) > 255) {
      return match;
    }
    // `120.0.0.0`, a version that browsers have frozen; as an address it would be a whole network.
    if (Number(b) + Number(c) + Number(d) === 0) {
      return match;
    }
    const before = text.slice(Math.max(0, at - 16), at);
    const isServer = before.endsWith('://') && privateNetwork.test(match);
    return isServer || a === '127' || browserVersion.test(before) ? match : '[ip]';
  });
  return withoutV4.includes(':') ? withoutV4.replace(ipv6Run, replaceIpv6) : withoutV4;
}

function replaceIpv6(run: string, at: number, text: string): string {
  const lead = run.startsWith(':') && !run.startsWith('::') ? 1 : 0;
  let end = run.length;
  while (end > lead && (run.endsWith('.', end) || (run.endsWith(':', end) && !run.endsWith('::', end)))) {
    end -= 1;
  }
  const candidate = run.slice(lead, end);
  // The longest form with an embedded IPv4 address has 45 characters; a word such as `Cafe::add` is no address.
  if (candidate.length > 45 || candidate === '::1' || !/\d/.test(candidate) || !isIPv6(candidate)) {
    return run;
  }
  const inWord = (lead === 0 && wordCharacter.test(text.charAt(at - 1))) || wordCharacter.test(text.charAt(at + end));
  return inWord ? run : `${run.slice(0, lead)}[ip]${run.slice(end)}`;
}

/** Replaces hardware (MAC) addresses, written with colons or dashes. */
export function redactMacAddresses(text: string): string {
  return text.replace(mac, '[mac]');
}
