import { spawnSync } from 'node:child_process';
import { paths } from './paths';

/** Runs a program at the repository's top and fails with all it printed where it does. Answers its standard output. */
export function run(program: string, args: readonly string[], environment: NodeJS.ProcessEnv = process.env): string {
  const result = spawnSync(program, args, {
    cwd: paths.root,
    env: environment,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.status !== 0) {
    throw new Error(`${program} ${args.join(' ')} failed\n${result.stdout}${result.stderr}`, { cause: result.error });
  }
  return result.stdout;
}
