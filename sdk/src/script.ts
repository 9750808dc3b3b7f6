import type { FaroWeb } from './faro/FaroWeb';
import { startOnce } from './startOnce';

/** For script tags: `window.seamark.startSeamark`, over the Faro that its own script tag has loaded. */
export const startSeamark = startOnce(() => (window as unknown as { GrafanaFaroWebSdk: FaroWeb }).GrafanaFaroWebSdk);
