import type { Faro } from '@grafana/faro-web-sdk';

/**
 * Tells Faro the route of each path: as its view, and as a page view where the path has changed without a load, which no
 * one else would count. Faro's own navigation tracking counts them itself.
 */
export function showRoute(faro: Faro, routeName: (path: string) => string | undefined): (path: string) => void {
  let isLoaded = false;
  return (path) => {
    const route = routeName(path) || path;
    faro.api.setView({ name: route });
    if (isLoaded && !faro.config.experimental?.trackNavigation) {
      faro.api.pushEvent('page_view', { route }, undefined, { skipDedupe: true });
    }
    isLoaded = true;
  };
}
