import { spawn } from 'node:child_process';
import type { ProcessIdentity } from './ProcessIdentity';

export interface ProgramResult {
  /** -1: ended by a signal. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramOptions {
  readonly identity: ProcessIdentity | undefined;
  readonly libraryPath: string;
  readonly input?: string;
  readonly signal?: AbortSignal | undefined;
}

/** Runs one of PostgreSQL's programs to its end. Rejects only when it cannot be started at all. */
export function runProgram(file: string, args: readonly string[], options: ProgramOptions): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: '/',
      env: programEnvironment(options.libraryPath),
      stdio: ['pipe', 'pipe', 'pipe'],
      // Ctrl-C in a terminal reaches a whole process group; ours decides itself when this ends.
      detached: true,
      ...options.identity,
      ...(options.signal ? { signal: options.signal } : {}),
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
    // A program that ends without reading is judged by its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
  });
}

/**
 * What the programs see of our environment: nothing but the library path. It holds our secrets, and other users may read
 * the environment of a process that runs under theirs.
 */
export function programEnvironment(libraryPath: string): NodeJS.ProcessEnv {
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LC_ALL: 'C',
    TZ: 'UTC',
    LD_LIBRARY_PATH: libraryPath,
    DYLD_LIBRARY_PATH: libraryPath,
  };
}
