import { OperatorError } from '../../lib/OperatorError';
import { describeFailure } from './describeFailure';
import type { Programs } from './Programs';
import { runProgram } from './runProgram';

/**
 * Runs statements as the superuser on a stopped cluster, one after another, each in a transaction of its own.
 * @param statements one line each, without a semicolon at the end
 */
export async function runSingleUser(programs: Programs, cluster: string, statements: readonly string[]): Promise<void> {
  const result = await runProgram(
    programs.postgres,
    ['--single', '-D', cluster, '-c', 'exit_on_error=on', '-c', 'log_checkpoints=off', 'postgres'],
    { ...programs, input: statements.map((statement) => `${statement};\n`).join('') }
  );
  if (result.code !== 0) {
    throw new OperatorError(
      `The embedded PostgreSQL could not be prepared in ${cluster}: ${describeFailure(result.stderr)}`
    );
  }
}
