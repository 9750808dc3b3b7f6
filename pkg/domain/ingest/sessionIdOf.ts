import type { Scrubber } from './Scrubber';

const valid = /^[a-zA-Z0-9_.@:-]{1,128}$/;

/** A client's session id; null when it has none, when it is malformed, or when it would name a person. */
export function sessionIdOf(value: unknown, scrubber: Scrubber): string | null {
  return typeof value === 'string' && valid.test(value) && scrubber.text(value) === value ? value : null;
}
