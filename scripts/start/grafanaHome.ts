import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A Grafana on this machine: its program and the folder with its `conf` and `public`. */
export interface GrafanaHome {
  program: string;
  home: string;
}

/** Where packages of the common systems put Grafana's files. */
const usualHomes = ['/usr/share/grafana', '/opt/homebrew/opt/grafana/share/grafana', '/usr/local/share/grafana'];

/** The Grafana that `GRAFANA_HOME` names, else the one on PATH. Throws when `GRAFANA_HOME` holds none. */
export function findGrafana(env: NodeJS.ProcessEnv): GrafanaHome | undefined {
  if (env.GRAFANA_HOME) {
    const program = join(env.GRAFANA_HOME, 'bin', 'grafana');
    if (!existsSync(program)) {
      throw new Error(`GRAFANA_HOME is set, but there is no ${program}`);
    }
    return { program, home: env.GRAFANA_HOME };
  }
  const found = spawnSync('sh', ['-c', 'command -v grafana'], { encoding: 'utf8', env }).stdout.trim();
  if (!found) {
    return undefined;
  }
  const home = [dirname(dirname(found)), ...usualHomes].find((folder) => existsSync(join(folder, 'public')));
  return home ? { program: found, home } : undefined;
}
