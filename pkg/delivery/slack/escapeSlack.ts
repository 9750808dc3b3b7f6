/**
 * Text as Slack shows it literally: of its three control characters (docs.slack.dev, "Formatting message text") none is
 * left, so no `<!channel>`, `<@U1>` or link can be in it. Line breaks become spaces.
 */
export function escapeSlack(text: string, longest = 500): string {
  const flat = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  const clipped = flat.length > longest ? `${flat.slice(0, longest - 1)}…` : flat;
  return clipped.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A link whose label is literal text; only the label where there is no address. */
export function slackLink(address: string | undefined, label: string): string {
  // A bar would end the address too early, or a label that Slack takes for none.
  const text = escapeSlack(label).replaceAll('|', '¦');
  return address === undefined
    ? text
    : `<${encodeURI(address).replaceAll('|', '%7C').replaceAll('&', '&amp;')}|${text}>`;
}
