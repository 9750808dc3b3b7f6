import { isIP } from 'node:net';
import { OperatorError } from '../lib/OperatorError';
import type { ListenAddress } from './Config';
import type { Setting } from './settings';

/**
 * Reads `host:port`, `[v6]:port` or `:port` (every address of the machine).
 * Throws OperatorError naming the setting.
 */
export function parseListenAddress(setting: Setting): ListenAddress {
  const match = /^(?:\[([^\]]+)\]|([^:]*)):(\d{1,5})$/.exec(setting.value);
  const port = Number(match?.[3]);
  const bracketed = match?.[1];
  if (!match || port > 65535 || (bracketed !== undefined && isIP(bracketed) !== 6)) {
    throw new OperatorError(`${setting.source} is not a listen address: write host:port, for example 127.0.0.1:8027`);
  }
  return { host: bracketed ?? (match[2] || '0.0.0.0'), port };
}

/** Address under which a program on this machine reaches the listener. */
export function localUrl({ host, port }: ListenAddress): string {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${isIP(reachable) === 6 ? `[${reachable}]` : reachable}:${port}`;
}
