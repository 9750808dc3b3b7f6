import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Child {
  pid: number | undefined;
  /** Resolves with the exit code once the process has ended, for whatever reason. */
  ended: Promise<number>;
  /** Asks the process to end and waits; after `graceMs` it is killed. */
  stop(graceMs?: number): Promise<void>;
}

export interface ChildSettings {
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd?: string;
  /** Where everything the process prints goes. */
  logFile: string;
  /** Told every line, to show the ones that a person should see. */
  onLine?: (line: string) => void;
}

/** Starts a program in a process group of its own, so that Ctrl-C reaches it through us, in order. */
export function startChild({ command, args, env, cwd, logFile, onLine }: ChildSettings): Child {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile, { flags: 'a' });
  const child = spawn(command, args, { env, cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.on('data', (chunk: Buffer) => {
      log.write(chunk);
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach((line) => onLine?.(line));
    });
  }
  const ended = new Promise<number>((resolve) => {
    child.on('error', () => resolve(127));
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 128 : 1)));
  });
  return { pid: child.pid, ended, stop: (graceMs = 10_000) => stop(child, ended, graceMs) };
}

async function stop(child: ChildProcess, ended: Promise<number>, graceMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await ended;
  clearTimeout(timer);
}
