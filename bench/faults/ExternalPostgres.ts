import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/start/freePort';

/** Debian's PostgreSQL 15, as `.ci/run` installs it. */
const programs = '/usr/lib/postgresql/15/bin';
const password = 'bench';

/** A PostgreSQL that is not ours, on a port of loopback; started by root it runs as `postgres`. */
export class ExternalPostgres {
  readonly port: number;
  readonly #folder: string;

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.port = port;
  }

  static get isInstalled(): boolean {
    return existsSync(join(programs, 'postgres'));
  }

  static async start(): Promise<ExternalPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'seamark-external-'));
    const postgres = new ExternalPostgres(folder, await freePort());
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, password);
    if (process.getuid?.() === 0) {
      execFileSync('chown', ['-R', 'postgres', folder]);
    }
    const settings = [
      '--username',
      'postgres',
      '--auth',
      'scram-sha-256',
      '--encoding',
      'UTF8',
      '--pwfile',
      passwordFile,
    ];
    run('initdb', ['--pgdata', postgres.#data, ...settings]);
    postgres.start();
    return postgres;
  }

  /** Of its first process. */
  get pid(): number {
    return Number(readFileSync(join(this.#data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  get #data(): string {
    return join(this.#folder, 'data');
  }

  /** For a superuser; `port` where something stands between. */
  url(port = this.port): string {
    return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  }

  /** Resolves when it takes connections, its log replayed. */
  start(): void {
    const options = `-c listen_addresses=127.0.0.1 -c port=${this.port} -c unix_socket_directories=${this.#folder}`;
    this.#control('start', ['--log', join(this.#folder, 'log'), '--options', options]);
  }

  /** `fast` cuts sessions and ends in order, `immediate` as a power cut would. */
  stop(mode: 'fast' | 'immediate'): void {
    this.#control('stop', ['--mode', mode]);
  }

  remove(): void {
    this.stop('immediate');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #control(act: string, options: readonly string[]): void {
    run('pg_ctl', ['--pgdata', this.#data, '--wait', ...options, act]);
  }
}

function run(program: string, args: readonly string[]): void {
  const command = [join(programs, program), ...args];
  const [first = '', ...rest] = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', ...command] : command;
  // Its output goes nowhere: the server that pg_ctl leaves behind would hold a pipe open.
  execFileSync(first, rest, { stdio: 'ignore' });
}
