/** For script tags: `window.seamark.startSeamark`, with Faro in the same file. */
export { startSeamark } from './index';
