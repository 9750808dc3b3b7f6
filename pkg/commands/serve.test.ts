import type { Config } from '../config/Config';
import { systemClock } from '../lib/Clock';
import { silentLogger } from '../lib/Logger';
import { OperatorError } from '../lib/OperatorError';
import type { CommandEnvironment } from './Command';
import { serveCommand, type RunningServer } from './serve';

const environment: CommandEnvironment = {
  config: {} as Config,
  clock: systemClock,
  logger: silentLogger,
  print: () => undefined,
};

function signals(): { on: (listener: () => void) => void; send: () => void } {
  let heard: () => void = () => undefined;
  return { on: (listener) => (heard = listener), send: () => heard() };
}

const server = (stop: () => Promise<void>): RunningServer => ({ ingestAddress: 'a', adminAddress: 'b', stop });

describe('serve', () => {
  it('runs until it is asked to end, and ends in order', async () => {
    const { on, send } = signals();
    const stop = jest.fn(() => Promise.resolve());
    const code = serveCommand(() => Promise.resolve(server(stop)), on).run([], environment);
    await Promise.resolve();
    expect(stop).not.toHaveBeenCalled();
    send();
    expect(await code).toBe(0);
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it('ends at once when asked twice, although something hangs', async () => {
    const { on, send } = signals();
    const hanging = server(() => new Promise(() => undefined));
    const code = serveCommand(() => Promise.resolve(hanging), on).run([], environment);
    send();
    send();
    expect(await code).toBe(0);
  });

  it('passes on why it could not start', async () => {
    const command = serveCommand(() => Promise.reject(new OperatorError('the port is taken')), signals().on);
    await expect(command.run([], environment)).rejects.toThrow('the port is taken');
  });

  it('refuses words that it does not know as misuse', async () => {
    expect(
      await serveCommand(() => Promise.reject(new Error('never started')), signals().on).run(['--port'], environment)
    ).toBe(2);
  });
});
