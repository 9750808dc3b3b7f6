import { EventEmitter } from 'node:events';
import { lineSink } from './lineSink';

class Stream extends EventEmitter {
  readonly lines: string[] = [];
  broken = false;

  write(line: string): boolean {
    if (this.broken) {
      throw new Error('EPIPE');
    }
    this.lines.push(line);
    return true;
  }
}

describe('lineSink', () => {
  it('writes lines as they are', () => {
    const stream = new Stream();
    lineSink(stream)('a\n');
    expect(stream.lines).toEqual(['a\n']);
  });

  it('goes quiet when the stream reports that its reader is gone', () => {
    const stream = new Stream();
    const sink = lineSink(stream);
    stream.emit('error', new Error('EPIPE'));
    sink('a\n');
    expect(stream.lines).toEqual([]);
  });

  it('goes quiet when a write throws', () => {
    const stream = new Stream();
    const sink = lineSink(stream);
    stream.broken = true;
    expect(() => sink('a\n')).not.toThrow();
    stream.broken = false;
    sink('b\n');
    expect(stream.lines).toEqual([]);
  });
});
