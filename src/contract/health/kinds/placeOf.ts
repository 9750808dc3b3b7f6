import type { CheckTarget } from './CheckKindDescription';

/** Where a host with its port is. */
export function placeOfHost({ host, port }: { host: string; port?: number }): CheckTarget {
  return { field: 'settings.host', host, place: `${host} ${port ?? ''}` };
}

/** Where an absolute URL leads to. */
export function placeOfUrl({ url }: { url: string }): CheckTarget {
  const { hostname, origin, host, protocol } = new URL(url);
  return { field: 'settings.url', host: hostname, place: origin === 'null' ? `${protocol}//${host}` : origin };
}

/** `cache.example:6379` */
export function hostInWords({ host, port }: { host: string; port?: number }): string {
  return port === undefined ? host : `${host}:${port}`;
}
