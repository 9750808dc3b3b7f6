/** What brought a visitor, by the `utm_*` parameters of a page's address. */
export interface Campaign {
  utm_source: string | null;
  utm_medium: string | null;
  utm_campaign: string | null;
}

const none: Campaign = { utm_source: null, utm_medium: null, utm_campaign: null };
const longest = 255;

/** The campaign in a clean URL; of a parameter that stands there twice the first counts. */
export function campaignOf(url: string | null): Campaign {
  const query = url === null ? -1 : url.indexOf('?');
  if (url === null || query === -1 || !url.includes('utm_', query)) {
    return none;
  }
  const parameters = new URLSearchParams(url.slice(query + 1));
  return {
    utm_source: valueOf(parameters, 'utm_source'),
    utm_medium: valueOf(parameters, 'utm_medium'),
    utm_campaign: valueOf(parameters, 'utm_campaign'),
  };
}

/** An escape may hide what PostgreSQL refuses. */
function valueOf(parameters: URLSearchParams, name: string): string | null {
  return (
    parameters
      .get(name)
      ?.replace(/\0/g, '')
      .trim()
      .slice(0, longest)
      .replace(/\p{Cs}/gu, '') || null
  );
}
