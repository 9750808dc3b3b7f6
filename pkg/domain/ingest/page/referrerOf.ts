import type { Scrubber } from '../Scrubber';
import { cleanUrl } from './cleanUrl';

const origin = /^[a-z][a-z0-9+.-]{0,30}:\/\/[^/?#]+/i;
const longest = 255;

/** The origin of the page before: its path may say what somebody read or searched for. Null where there is none. */
export function referrerOf(url: string | undefined, scrubber: Scrubber): string | null {
  const found = url === undefined ? undefined : origin.exec(cleanUrl(url)?.url ?? '')?.[0];
  return found === undefined ? null : scrubber.text(found.toLowerCase(), longest);
}
