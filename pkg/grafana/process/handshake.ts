/** What Grafana puts into the environment of a plugin that it starts. */
export type PluginEnvironment = Readonly<Record<string, string | undefined>>;

/** Version of the core protocol, which names the parts of the line below, and of the plugin protocol spoken after it. */
const coreVersion = 1;
export const protocolVersion = 2;

/** Whether the process was started by Grafana and not by a person. */
export function startedByGrafana(environment: PluginEnvironment): boolean {
  return environment['grafana_plugin_type'] === 'datasource';
}

/** Why Grafana and this plugin cannot talk, or undefined. */
export function incompatibility(environment: PluginEnvironment): string | undefined {
  const offered = environment['PLUGIN_PROTOCOL_VERSIONS'];
  if (offered !== undefined && offered !== '' && !offered.split(',').includes(String(protocolVersion))) {
    return `Grafana offers plugin protocol ${offered}; this plugin speaks ${protocolVersion}. Use Grafana 12.3 or later.`;
  }
  if (environment['PLUGIN_CLIENT_CERT']) {
    return 'Grafana asks for TLS between itself and its plugins, which this plugin does not speak; its socket is private.';
  }
  return undefined;
}

/** The one line that Grafana reads from stdout: where the plugin listens. */
export function handshakeLine(socketPath: string): string {
  return `${coreVersion}|${protocolVersion}|unix|${socketPath}|grpc\n`;
}
