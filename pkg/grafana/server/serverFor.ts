import { OperatorError } from '../../lib/OperatorError';
import type { PluginContext } from '../generated/backend';
import { remoteServer } from './remoteServer';
import type { SeamarkServer } from './SeamarkServer';
import type { ServerGate } from './ServerGate';

/** Finds the server that answers for a plugin context. Rejects with NotReady or OperatorError. */
export type ServerFor = (context: PluginContext | undefined, signal?: AbortSignal) => Promise<SeamarkServer>;

/**
 * A datasource that names a server of its own is answered by that one, with its own token and no other: the plugin's
 * server and its token belong to Grafana's operator, the datasource's to whoever may edit datasources.
 */
export function serverFor(gate: ServerGate, connect: typeof remoteServer = remoteServer): ServerFor {
  return async (context, signal) => {
    const settings = context?.dataSourceInstanceSettings;
    const url = settings?.url.trim() ?? '';
    if (url === '') {
      return gate.ready(signal);
    }
    const token = settings?.decryptedSecureJsonData['token']?.trim() ?? '';
    if (token === '') {
      throw new OperatorError(
        'The datasource names a Seamark server but has no token for it. Create one of scope "remote" there and enter it here.'
      );
    }
    return connect({ url, token });
  };
}
