import type { Scrubber } from '../Scrubber';
import { cleanUrl } from './cleanUrl';
import { foldPath } from './foldPath';
import { matchRoute } from './matchRoute';

/** A page as rows name it. */
export interface Page {
  url: string | null;
  path: string | null;
}

const nowhere: Page = { url: null, path: null };
const longestRoute = 512;
const noRoutes: readonly string[] = [];

/** The page of an item: a route that the client names comes first, then one of the app's `routes`, then the folded path. */
export function readPage(
  url: string | undefined,
  route: string | undefined,
  scrubber: Scrubber,
  routes: readonly string[] = noRoutes
): Page {
  const clean = url === undefined ? undefined : cleanUrl(url);
  if (clean === undefined && route === undefined) {
    return nowhere;
  }
  // The host is the app's own and stays, even where it is an address; what is behind it may name a person.
  const path = clean === undefined ? '' : scrubber.text(clean.path);
  const behind = clean === undefined ? '' : scrubber.text(clean.url.slice(hostEnd(clean.url)));
  return {
    url: clean === undefined ? null : cleanText(clean.url.slice(0, hostEnd(clean.url))) + behind,
    path: route === undefined ? (matchRoute(routes, path) ?? foldPath(path)) : scrubber.text(route, longestRoute),
  };
}

/** A URL that is no page, such as a referrer, cleaned by the same rules. */
export function readUrl(url: string | undefined, scrubber: Scrubber): string | null {
  return readPage(url, undefined, scrubber).url;
}

function hostEnd(url: string): number {
  const slashes = url.indexOf('//');
  if (slashes === -1) {
    return 0;
  }
  const end = url.indexOf('/', slashes + 2);
  return end === -1 ? url.length : end;
}

function cleanText(text: string): string {
  return text.replace(/\0|\p{Cs}/gu, '');
}
