import type { ExternalNotification } from './ExternalAlert';

const longestReason = 300;

/** What a person should put right about the notifications of a system; null: nothing. */
export function problemOfNotification({ rejected, truncated }: ExternalNotification): string | null {
  const parts: string[] = [];
  const [first] = rejected;
  if (first !== undefined) {
    parts.push(
      `${rejected.length} could not be taken; number ${first.index + 1}: ${first.reason.slice(0, longestReason)}`
    );
  }
  if (truncated > 0) {
    parts.push(`The sender left ${truncated} alerts out: set the most alerts of its webhook to 0, which is all`);
  }
  return parts.length === 0 ? null : parts.join('. ');
}
