import type { PluginContext } from '../generated/backend';

const nothing = Buffer.alloc(0);

/** A plugin context as Grafana sends it for somebody with this role, through a datasource without a server of its own. */
export function contextOf(role: string, login = 'jo', settings: { url?: string; token?: string } = {}): PluginContext {
  return {
    orgId: 7,
    pluginId: 'seamark-monitoring-datasource',
    pluginVersion: '0.1.0',
    user: { login, name: 'Jo', email: 'jo@example.com', role },
    dataSourceInstanceSettings: {
      name: 'Seamark',
      url: settings.url ?? '',
      jsonData: nothing,
      decryptedSecureJsonData: settings.token === undefined ? {} : { token: settings.token },
      lastUpdatedMs: 0,
      uid: 'seamark',
    },
  };
}
