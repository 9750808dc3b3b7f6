import type { Clock } from '../Clock';
import type { LogFields } from '../Logger';
import { createLogger } from './createLogger';
import { jsonFormat } from './jsonFormat';

const clock: Clock = { now: () => Date.UTC(2026, 10, 23, 9, 0, 0, 7), sleep: () => Promise.resolve() };

function logged(use: (logger: ReturnType<typeof createLogger>) => void, name = ''): Array<Record<string, unknown>> {
  const lines: string[] = [];
  use(createLogger({ clock, format: jsonFormat, write: (line) => lines.push(line), level: 'debug', name }));
  for (const line of lines) {
    expect(line.endsWith('\n')).toBe(true);
    expect(line.trimEnd()).not.toContain('\n');
    expect(Buffer.byteLength(line)).toBeLessThan(65_536);
  }
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('a logger', () => {
  it('writes time, level, name, message and fields', () => {
    expect(logged((logger) => logger.named('embedded').info('ready', { port: 5, tls: false }), 'store')).toEqual([
      {
        time: '2026-11-23T09:00:00.007Z',
        level: 'info',
        name: 'store.embedded',
        message: 'ready',
        port: 5,
        tls: false,
      },
    ]);
  });

  it('leaves out what is below its level', () => {
    const lines: string[] = [];
    const logger = createLogger({ clock, format: jsonFormat, write: (line) => lines.push(line) });
    logger.debug('quiet');
    logger.info('loud');
    expect(lines).toHaveLength(1);
  });

  it('logs an error with its causes and stacks', () => {
    const cause = new Error('inner');
    const [line] = logged((logger) => logger.error('it failed', new TypeError('outer', { cause })));
    expect(line).toMatchObject({ level: 'error', error: 'TypeError: outer ← Error: inner' });
    expect(line?.stack).toMatch(/outer[^]*caused by: Error: inner/);
  });

  it('survives a cause that is its own cause, and causes that are no errors', () => {
    const circle = new Error('round');
    circle.cause = circle;
    const lines = logged((logger) => {
      logger.error('a', circle);
      logger.error('b', 'just text');
      logger.error('c', null);
      logger.error('d', Object.create(null));
    });
    expect(lines.map(({ error }) => error)).toEqual(['Error: round', 'just text', 'null', '(unprintable)']);
  });

  it('keeps a field called __proto__ as a field', () => {
    const fields = JSON.parse('{"__proto__":"x","message":"y"}') as LogFields;
    const lines: string[] = [];
    createLogger({ clock, format: jsonFormat, write: (line) => lines.push(line) }).info('m', fields);
    expect(lines[0]).toContain('"__proto__":"x"');
    expect(lines[0]).toContain('"message_":"y"');
  });

  it('turns hostile values into text and never throws', () => {
    const throwing = {
      toJSON: () => {
        throw new Error('no');
      },
      toString: () => {
        throw new Error('no');
      },
    };
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const fields = {
      throwing,
      lying: { toJSON: () => undefined, toString: () => 'lied' },
      circular,
      big: 12n,
      symbol: Symbol('s'),
      callback: () => 1,
      nan: NaN,
      object: { a: 1 },
      nothing: undefined,
      empty: null,
      get getter(): string {
        throw new Error('no');
      },
    };
    const [line] = logged((logger) => logger.info('m', fields as unknown as LogFields));
    expect(line).toMatchObject({
      throwing: '(unprintable)',
      lying: 'lied',
      circular: '(unprintable)',
      big: '12',
      symbol: 'Symbol(s)',
      nan: 'NaN',
      object: '{"a":1}',
      empty: null,
      getter: '(unreadable)',
    });
    expect(line).not.toHaveProperty('nothing');
  });

  it('takes a message that is no string', () => {
    const lines = logged((logger) => {
      logger.info(undefined as unknown as string);
      logger.info({ a: 1 } as unknown as string);
      logger.info('m', null as unknown as LogFields);
    });
    expect(lines.map(({ message }) => message)).toEqual(['undefined', '{"a":1}', 'm']);
  });

  it('keeps a line with line feeds, control characters and lone surrogates on one line', () => {
    const [line] = logged((logger) => logger.info('a\nb\r\n\u2028\u0000\ud800c'));
    expect(line?.message).toBe('a\nb\r\n\u2028\u0000\ufffdc');
  });

  it.each([
    ['plain', 'x'],
    ['of control characters, six bytes each in JSON', '\u0001'],
    ['of emoji', '😀'],
    ['of quotes', '"'],
  ])('cuts a megabyte %s', (_, unit) => {
    const huge = unit.repeat(1_000_000 / unit.length);
    const [line] = logged((logger) => logger.error(huge, new Error(huge), { huge }));
    expect(line?.message).toMatch(/… \(cut\)$/);
  });

  it('says how many fields it left out where there are too many', () => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`field${index}`, 'value']));
    const [line] = logged((logger) => logger.info('m', many));
    expect(line).toMatchObject({ message: 'm', fields_left_out: 5_000 });
  });
});
