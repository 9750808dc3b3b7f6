import { createLogger } from '../../lib/log/createLogger';
import type { LogFields } from '../../lib/Logger';
import { hclogFormat } from './hclogFormat';

function line(message: unknown, fields: unknown = {}): Record<string, unknown> {
  const lines: string[] = [];
  const clock = { now: () => Date.UTC(2026, 10, 23, 9, 0, 0, 7), sleep: () => Promise.resolve() };
  createLogger({ clock, format: hclogFormat, write: (text) => lines.push(text), name: 'plugin' }).warn(
    message as string,
    fields as LogFields
  );
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
}

describe('hclogFormat', () => {
  it('spells a line as Grafana reads it', () => {
    expect(line('hello', { port: 1 })).toEqual({
      '@level': 'warn',
      '@message': 'hello',
      '@module': 'plugin',
      '@timestamp': '2026-11-23T09:00:00.007000Z',
      port: 1,
    });
  });

  it('never lets a field take the place of what Grafana reads', () => {
    const found = line('hello', { '@message': 5, '@level': { a: 1 }, '@timestamp': null, '@module': false });
    expect(found).toMatchObject({ '@message': 'hello', '@level': 'warn', '@module': 'plugin', _message: 5 });
    expect(found['@timestamp']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
  });

  it.each([[undefined], [null], [42], [{ toJSON: () => 42 }], [['a']], [Symbol('x')]])(
    'writes the message %p as text',
    (message) => {
      expect(typeof line(message)['@message']).toBe('string');
    }
  );
});
