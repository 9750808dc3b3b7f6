import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { connect, type PluginClients } from '../../pkg/grafana/testing/connect';
import type { BuiltProgram } from './builtPrograms';

/** A plugin process as Grafana would have it, with all it wrote. */
export interface StartedPlugin {
  handshake: string;
  clients: PluginClients;
  /** Lines of stdout after the handshake, and of stderr. */
  stdout: string[];
  stderr: string[];
  child: ChildProcess;
  /** Resolves with code or signal once the process has ended. */
  ended: Promise<number | string | null>;
}

/**
 * Starts a program with an environment like the one of a Grafana that passes nothing of its host's, and waits for the
 * handshake. `settings` are keys of the plugin's ini section.
 */
export async function startPlugin(
  program: BuiltProgram,
  settings: Readonly<Record<string, string>>
): Promise<StartedPlugin> {
  const child = spawn(program.command, program.args, {
    env: grafanaEnvironment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit').then(([code, signal]: Array<number | string | null>) => code ?? signal ?? null);
  const stderr: string[] = [];
  const stdout: string[] = [];
  createInterface(child.stderr).on('line', (line) => stderr.push(line));
  const lines = createInterface(child.stdout);
  const handshake = await Promise.race([
    once(lines, 'line').then(([line]: string[]) => line ?? ''),
    ended.then((code) => Promise.reject(new Error(`ended with ${code} before the handshake\n${stderr.join('\n')}`))),
  ]);
  lines.on('line', (line) => stdout.push(line));
  return { handshake, clients: connect(handshake.split('|')[3] ?? ''), stdout, stderr, child, ended };
}

/** What Grafana 12.4 gives to a plugin: no PATH, no HOME, its own names only. */
export function grafanaEnvironment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return {
    grafana_plugin_type: 'datasource',
    PLUGIN_PROTOCOL_VERSIONS: '2',
    PLUGIN_MIN_PORT: '0',
    PLUGIN_MAX_PORT: '0',
    GF_VERSION: '12.4.0',
    GF_APP_URL: 'http://localhost:3000/',
    ...Object.fromEntries(Object.entries(settings).map(([key, value]) => [`GF_PLUGIN_${key.toUpperCase()}`, value])),
  };
}
