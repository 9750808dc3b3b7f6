/** What a line is written to: `process.stderr`, or a stand-in in tests. */
export interface LineStream {
  write(line: string): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/**
 * Writes whole lines to a stream that may vanish. Once its reader is gone (EPIPE) lines are dropped: a log that cannot be
 * written must not end the program that writes it.
 */
export function lineSink(stream: LineStream): (line: string) => void {
  let open = true;
  const close = () => {
    open = false;
  };
  stream.on('error', close);
  return (line) => {
    if (!open) {
      return;
    }
    try {
      stream.write(line);
    } catch {
      close();
    }
  };
}
