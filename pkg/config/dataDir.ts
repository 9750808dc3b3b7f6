import { homedir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { OperatorError } from '../lib/OperatorError';
import { readSetting, type Environment } from './settings';

export interface Surroundings {
  /** Working directory. */
  cwd: string;
  /** Folder of the running executable when Grafana started it: data must never lie in there, Grafana serves it. */
  pluginDir: string | undefined;
}

/**
 * Where data lives: what the person set, else `.seamark` in the working directory, else (started by Grafana) the first
 * place that Grafana's own environment points at, else the user's state directory.
 */
export function chooseDataDir(env: Environment, { cwd, pluginDir }: Surroundings): string {
  const set = readSetting(env, 'DATA_DIR');
  const chosen = resolve(cwd, set?.value ?? (pluginDir === undefined ? '.seamark' : insideGrafana(env)));
  if (pluginDir !== undefined && (chosen === pluginDir || chosen.startsWith(pluginRoot(pluginDir) + sep))) {
    throw new OperatorError(
      `${set?.source ?? 'The data directory'} lies in the plugin's folder, which Grafana serves to anybody: ` +
        `set data_dir under [plugin.seamark-monitoring-datasource] to a folder outside of it`
    );
  }
  return chosen;
}

function insideGrafana(env: Environment): string {
  if (env.GF_PATHS_DATA) {
    return join(env.GF_PATHS_DATA, 'seamark');
  }
  if (env.GF_ENTERPRISE_LICENSE_PATH) {
    return join(dirname(env.GF_ENTERPRISE_LICENSE_PATH), 'seamark');
  }
  return join(env.XDG_STATE_HOME || join(env.HOME || homedir(), '.local', 'state'), 'seamark');
}

/** The app's folder: the nested datasource lies one level below it. */
function pluginRoot(pluginDir: string): string {
  return dirname(pluginDir);
}
