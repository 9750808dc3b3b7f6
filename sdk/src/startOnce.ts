import { createSeamark } from './createSeamark';
import type { FaroWeb } from './faro/FaroWeb';
import type { Seamark } from './Seamark';
import type { SeamarkOptions } from './SeamarkOptions';

/** One Seamark a page, in the page that has loaded this; on a server, where there is no page, one that does nothing. */
export function startOnce(web: () => FaroWeb): (options: SeamarkOptions) => Seamark {
  let running: Seamark | undefined;
  return (options) =>
    (running = running || createSeamark(typeof window === 'undefined' ? undefined : window, web, options || {}));
}
