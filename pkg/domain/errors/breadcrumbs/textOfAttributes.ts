const mostShown = 6;
const longest = 300;

/** The plain values among an event's attributes, as one line; null without any. */
export function textOfAttributes(attributes: Readonly<Record<string, unknown>>): string | null {
  const shown = Object.entries(attributes)
    .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value) && value !== '')
    .slice(0, mostShown)
    .map(([key, value]) => `${key}: ${String(value)}`);
  return shown.length === 0 ? null : shown.join(', ').slice(0, longest);
}
