import { wellKnownMessage } from '../foldMessage';
import type { GroupDescription } from './describeGroup';

const longest = 160;

/**
 * What anybody may read of a group, also outside of the house: its class and what the browser says about it, as in
 * `TypeError: read price of undefined`. A message that somebody wrote may be about a person: then class and place.
 */
export function publicTitleOf({ errorClass, message, culprit }: GroupDescription): string {
  const known = wellKnownMessage(message);
  const title =
    known !== undefined && isCode(known)
      ? `${errorClass}: ${known}`
      : [errorClass, culprit].filter((part) => part !== '').join(' in ');
  const short = title.length > longest ? `${title.slice(0, longest - 1)}…` : title;
  return short === '' ? 'an error' : short;
}

/** A property may be named by what somebody typed; identifiers are one word. */
function isCode(message: string): boolean {
  return !/^(?:read|set) /.test(message) || /^(?:read|set) [\w$.[\]-]+ of (?:undefined|null)$/.test(message);
}
