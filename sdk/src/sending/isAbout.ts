import type { TransportItem } from '@grafana/faro-web-sdk';

/**
 * Tells reports of a content security policy that forbids the very address we send to: sending one is forbidden too, and
 * makes the next.
 */
export function isAbout(collectUrl: string): (item: TransportItem) => boolean {
  const [origin = collectUrl] = /^https?:\/\/[^/]+/.exec(collectUrl) || [];
  return ({ payload }) => {
    const { attributes } = payload as { attributes?: Record<string, unknown> };
    return `${attributes?.blockedURI}`.indexOf(origin) === 0;
  };
}
