import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChild, type Child } from './children';
import type { GrafanaHome } from './grafanaHome';

export interface RunningGrafana extends Child {
  url: string;
}

export interface GrafanaSettings {
  grafana: GrafanaHome;
  /** Folder for Grafana's own data, plugins and provisioning. */
  stateDir: string;
  /** What `npm run build` made. */
  distDir: string;
  provisioningDir: string;
  port: number;
  /** Keys of the plugin's section in Grafana's ini: the settings without their prefix, in lower case. */
  pluginSettings: Readonly<Record<string, string>>;
  /** More variables for Grafana. */
  env?: NodeJS.ProcessEnv;
}

const patience = 120_000;

/** Starts Grafana with the plugin and its provisioning, on loopback, and resolves when it answers. */
export async function startGrafana(settings: GrafanaSettings): Promise<RunningGrafana> {
  const { stateDir, grafana, port } = settings;
  const plugins = join(stateDir, 'plugins');
  mkdirSync(plugins, { recursive: true });
  const link = join(plugins, 'seamark-monitoring-app');
  rmSync(link, { recursive: true, force: true });
  symlinkSync(settings.distDir, link);
  const provisioning = join(stateDir, 'provisioning');
  rmSync(provisioning, { recursive: true, force: true });
  cpSync(settings.provisioningDir, provisioning, { recursive: true });
  const config = join(stateDir, 'grafana.ini');
  // No environment variable of the host reaches a plugin in newer versions; its section of the ini does.
  const keys = Object.entries(settings.pluginSettings).map(([key, value]) => `${key} = ${value}\n`);
  writeFileSync(config, `[plugin.seamark-monitoring-datasource]\n${keys.join('')}`, { mode: 0o600 });
  const child = startChild({
    command: grafana.program,
    args: ['server', '--homepath', grafana.home, '--config', config],
    env: { ...process.env, ...grafanaEnvironment(settings, plugins, provisioning), ...settings.env },
    cwd: grafana.home,
    logFile: join(stateDir, 'grafana.log'),
  });
  const url = `http://127.0.0.1:${port}`;
  await answers(`${url}/api/health`, child, join(stateDir, 'grafana.log'));
  return { ...child, url };
}

function grafanaEnvironment(settings: GrafanaSettings, plugins: string, provisioning: string): NodeJS.ProcessEnv {
  return {
    GF_PATHS_DATA: join(settings.stateDir, 'data'),
    GF_PATHS_LOGS: join(settings.stateDir, 'logs'),
    GF_PATHS_PLUGINS: plugins,
    GF_PATHS_PROVISIONING: provisioning,
    GF_SERVER_HTTP_ADDR: '127.0.0.1',
    GF_SERVER_HTTP_PORT: String(settings.port),
    GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS:
      'seamark-monitoring-app,seamark-monitoring-datasource,seamark-alerts-panel',
    GF_PLUGINS_PREINSTALL_DISABLED: 'true',
    GF_ANALYTICS_REPORTING_ENABLED: 'false',
    GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
    GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
    GF_NEWS_NEWS_FEED_ENABLED: 'false',
    GF_SECURITY_DISABLE_GRAVATAR: 'true',
    GF_PUBLIC_DASHBOARDS_ENABLED: 'true',
  };
}

async function answers(url: string, child: Child, logFile: string): Promise<void> {
  let exit: number | undefined;
  void child.ended.then((code) => (exit = code));
  const end = performance.now() + patience;
  while (performance.now() < end && exit === undefined) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await child.stop();
  throw new Error(`Grafana did not start${existsSync(logFile) ? `: its log is ${logFile}` : ''}`);
}
