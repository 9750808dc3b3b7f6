import { EventEmitter } from 'node:events';
import { silentLogger, type Logger } from '../Logger';
import { redirectConsole } from './redirectConsole';

describe('redirectConsole', () => {
  let lines: string[];
  let restore: () => void;
  const target = { ...globalThis.console } as Console;
  const original = target.log;
  const warner = new EventEmitter();
  const printed = jest.fn();
  warner.on('warning', printed);

  beforeEach(() => {
    lines = [];
    const take = (level: string) => (message: string) => void lines.push(`${level} ${message}`);
    const logger: Logger = {
      ...silentLogger,
      debug: take('debug'),
      info: take('info'),
      warn: take('warn'),
      error: take('error'),
    };
    restore = redirectConsole(logger, { console: target, process: warner });
  });

  afterEach(() => restore());

  it('sends each method to its level, formatted as the console would', () => {
    target.log('%s is %d', 'x', 4);
    target.error(new Error('bad').message);
    target.warn({ a: 1 });
    target.debug('d');
    expect(lines).toEqual(['info x is 4', 'error bad', 'warn { a: 1 }', 'debug d']);
  });

  it('survives values that cannot be formatted', () => {
    target.log('%s', {
      [Symbol.toPrimitive]: () => {
        throw new Error('no');
      },
      toString: () => {
        throw new Error('no');
      },
    });
    expect(lines).toHaveLength(1);
  });

  it("logs the process's own warnings instead of printing them", () => {
    warner.emit('warning', new TypeError('careful'));
    expect(lines).toEqual(['warn TypeError: careful']);
    expect(printed).not.toHaveBeenCalled();
  });

  it('can be undone', () => {
    restore();
    expect(target.log).toBe(original);
    warner.emit('warning', new Error('again'));
    expect(printed).toHaveBeenCalledTimes(1);
    expect(lines).toEqual([]);
  });
});
