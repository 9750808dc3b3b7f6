import { join } from 'node:path';
import { OperatorError } from '../../lib/OperatorError';
import type { ProcessIdentity } from './ProcessIdentity';
import { runProgram, type ProgramResult } from './runProgram';

/** PostgreSQL's programs, ready to be run: where they lie, what they link to, under whom they run. */
export interface Programs {
  readonly postgres: string;
  readonly initdb: string;
  readonly libraryPath: string;
  readonly identity: ProcessIdentity | undefined;
}

export function programsIn(folder: string, links: string, identity: ProcessIdentity | undefined): Programs {
  return {
    postgres: join(folder, 'bin', 'postgres'),
    initdb: join(folder, 'bin', 'initdb'),
    libraryPath: `${links}:${join(folder, 'lib')}`,
    identity,
  };
}

/** Version of the binaries, for example `18.4`. Throws OperatorError where they do not run on this system. */
export async function versionOf(programs: Programs): Promise<string> {
  const result: ProgramResult = await runProgram(programs.postgres, ['--version'], programs).catch(
    (cause: unknown) => ({
      code: -1,
      stdout: '',
      stderr: String(cause),
    })
  );
  const version = /(\d+(?:\.\d+)?)\s*$/.exec(result.stdout)?.[1];
  if (result.code !== 0 || version === undefined) {
    throw new OperatorError(
      `The embedded PostgreSQL (${programs.postgres}) does not run on this system, which must have glibc: ${firstLine(result.stderr)}`
    );
  }
  return version;
}

/** `18.4` → `18`: the part that decides whether a data directory can be read. */
export function majorOf(version: string): string {
  return version.split('.')[0] ?? version;
}

export function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}
