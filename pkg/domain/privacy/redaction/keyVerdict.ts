import { redactText } from './redactText';
import { isSensitiveKey } from './sensitiveKeys';

/** `hidden`: the value under the key must not be stored. `unclean`: the key itself must not, as it is. */
export type KeyVerdict = 'plain' | 'hidden' | 'unclean';

export const longestKey = 256;
const mostRemembered = 5000;
const plain = new Set<string>();

/** What to do with a key. Keys repeat, so harmless ones are remembered, in bounded number: they are the sender's. */
export function keyVerdict(key: string): KeyVerdict {
  if (plain.has(key)) {
    return 'plain';
  }
  if (key === '__proto__' || key === '' || key.length > longestKey || redactText(key) !== key) {
    return 'unclean';
  }
  if (isSensitiveKey(key)) {
    return 'hidden';
  }
  if (plain.size >= mostRemembered) {
    plain.clear();
  }
  plain.add(key);
  return 'plain';
}
