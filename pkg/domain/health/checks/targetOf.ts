import type { KnownSettings } from './readCheckSettings';

/** What a check connects to: the field that says it and the host; null where it connects to nothing that it names. */
export function targetOf({ kind, settings }: KnownSettings): { field: string; host: string; place: string } | null {
  switch (kind) {
    case 'http':
    case 'websocket': {
      const { hostname, origin, host, protocol } = new URL(settings.url);
      return { field: 'settings.url', host: hostname, place: origin === 'null' ? `${protocol}//${host}` : origin };
    }
    case 'tcp':
    case 'grpc':
    case 'tls':
    case 'postgres':
      return { field: 'settings.host', host: settings.host, place: `${settings.host} ${settings.port ?? ''}` };
    case 'dns':
      return settings.resolver === undefined
        ? null
        : { field: 'settings.resolver', host: hostOfResolver(settings.resolver), place: settings.resolver };
    case 'heartbeat':
    case 'derived':
      return null;
  }
}

/** `[2001:db8::1]:53`, `192.0.2.1:53`, a bare address of either family, or a name. */
function hostOfResolver(resolver: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(resolver)?.[1];
  return bracketed ?? (/^[^:]+:\d+$/.test(resolver) ? resolver.replace(/:\d+$/, '') : resolver);
}
