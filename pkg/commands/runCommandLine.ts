import { OperatorError } from '../lib/OperatorError';
import type { Command, CommandEnvironment } from './Command';

export interface CommandLine {
  readonly version: string;
  readonly commands: readonly Command[];
  /** What is run where no command is named. */
  readonly byDefault: 'plugin' | 'help';
  /** Runs what Grafana starts: a command like the others only to the eye. */
  plugin(): Promise<number | undefined>;
  /** Reads the settings. Throws OperatorError for a wrong one. */
  environmentFor(command: Command): CommandEnvironment;
  print(line: string): void;
  /** Says what went wrong. */
  complain(line: string): void;
}

/**
 * Runs the command that the arguments name. Answers the exit code: 0 done, 1 failed with one clear line, 2 misuse;
 * undefined where the process runs on and ends by itself.
 */
export async function runCommandLine(args: readonly string[], line: CommandLine): Promise<number | undefined> {
  const [name = line.byDefault, ...rest] = args;
  if (name === 'plugin') {
    return line.plugin();
  }
  const command = line.commands.find((candidate) => candidate.name === name);
  const helpAsked = [name, ...rest].some((arg) => ['help', '--help', '-h'].includes(arg));
  if (helpAsked || name === '--version') {
    line.print(name === '--version' ? line.version : (command?.usage.trimEnd() ?? help(line)));
    return 0;
  }
  if (!command) {
    line.complain(`There is no command "${name}".\n\n${help(line)}`);
    return 2;
  }
  try {
    return await command.run(rest, line.environmentFor(command));
  } catch (cause) {
    if (cause instanceof OperatorError) {
      line.complain(cause.message);
      return 1;
    }
    throw cause;
  }
}

function help({ version, commands }: CommandLine): string {
  const pluginRow = ['plugin', 'what Grafana starts; does nothing by hand'] as const;
  const rows = [...commands.map(({ name, summary }) => [name, summary] as const), pluginRow];
  const list = rows.map(([name, summary]) => `  ${name.padEnd(10)}${summary}`).join('\n');
  return `Seamark ${version}\n\nUsage: seamark <command>\n\n${list}\n\nEach takes --help. Settings are environment variables; README.md lists them.`;
}
