import { loadConfig } from '../config/loadConfig';
import { systemClock } from '../lib/Clock';
import { silentLogger } from '../lib/Logger';
import { OperatorError } from '../lib/OperatorError';
import type { Command } from './Command';
import { runCommandLine, type CommandLine } from './runCommandLine';

const bug = new Error('a bug');
const outcomes: Record<string, () => Promise<number>> = {
  done: async () => 0,
  refused: async () => Promise.reject(new OperatorError('SEAMARK_X is wrong')),
  broken: async () => Promise.reject(bug),
};
const commands = Object.entries(outcomes).map(([name, run]): Command => ({
  name,
  summary: `is ${name}`,
  usage: `seamark ${name}\n`,
  run: jest.fn(run),
}));

function run(args: readonly string[], more: Partial<CommandLine> = {}) {
  const [printed, complained]: [string[], string[]] = [[], []];
  const code = runCommandLine(args, {
    version: '1.2.3',
    commands,
    byDefault: 'help',
    plugin: async () => undefined,
    environmentFor: () => ({
      config: loadConfig({}, '1.2.3', { cwd: '/', pluginDir: undefined }),
      clock: systemClock,
      logger: silentLogger,
      print: (line) => printed.push(line),
    }),
    print: (line) => printed.push(line),
    complain: (line) => complained.push(line),
    ...more,
  });
  return code.then((answer) => ({ code: answer, printed, complained }));
}

describe('the command line', () => {
  it('runs the command that is named, with what follows', async () => {
    expect(await run(['done', 'a', '--b'])).toEqual({ code: 0, printed: [], complained: [] });
    expect(commands[0]?.run).toHaveBeenCalledWith(['a', '--b'], expect.anything());
  });

  it.each([[[]], [['help']], [['--help']], [['-h']]])('lists the commands when asked %j', async (args) => {
    const { code, printed } = await run(args);
    expect(code).toBe(0);
    expect(printed.join('\n')).toMatch(/^Seamark 1\.2\.3\n[^]*\n {2}done {6}is done\n[^]*\n {2}plugin /);
  });

  it('says how one command is used, and what version this is', async () => {
    expect(await run(['done', '--help'])).toEqual({ code: 0, printed: ['seamark done'], complained: [] });
    expect(await run(['--version'])).toEqual({ code: 0, printed: ['1.2.3'], complained: [] });
  });

  it('counts a command that does not exist as misuse', async () => {
    const { code, printed, complained } = await run(['dance']);
    expect([code, printed]).toEqual([2, []]);
    expect(complained.join('\n')).toMatch(/^There is no command "dance"\.\n\nSeamark/);
  });

  it('fails with the one line that a person can act on, also where it is a setting', async () => {
    const failed = { code: 1, printed: [], complained: ['SEAMARK_X is wrong'] };
    expect(await run(['refused'])).toEqual(failed);
    const environmentFor = () => {
      throw new OperatorError('SEAMARK_X is wrong');
    };
    expect(await run(['done'], { environmentFor })).toEqual(failed);
  });

  it('does not make a bug look like a wrong setting', async () => {
    await expect(run(['broken'])).rejects.toBe(bug);
  });

  it('leaves what Grafana starts to itself: by its name, and without one where Grafana started it', async () => {
    const plugin = jest.fn(async () => undefined);
    expect((await run(['plugin'], { plugin })).code).toBeUndefined();
    expect((await run([], { plugin, byDefault: 'plugin' })).code).toBeUndefined();
    expect(plugin).toHaveBeenCalledTimes(2);
  });
});
