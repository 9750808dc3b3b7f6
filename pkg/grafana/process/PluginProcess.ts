/** The operating system's process around the plugin, so that tests can play Grafana's part. */
export interface PluginProcess {
  /** The parent's pid at this moment. */
  parentPid(): number;
  /** Writes to the real stdout, past any redirection. */
  writeHandshake(line: string): void;
  onSignal(name: 'SIGINT' | 'SIGTERM' | 'SIGHUP', listener: () => void): void;
  onUncaught(listener: (cause: unknown) => void): void;
  onUnhandledRejection(listener: (cause: unknown) => void): void;
  exit(code: number): void;
}

/** This process. From the handshake on, whatever else is written to stdout goes to `stray` instead. */
export function thisProcess(stray: (text: string) => void): PluginProcess {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.on('error', () => undefined);
  process.stdout.write = ((chunk: string | Uint8Array) => {
    stray(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    return true;
  }) as typeof process.stdout.write;
  return {
    parentPid: () => process.ppid,
    writeHandshake: (line) => void write(line),
    onSignal: (name, listener) => void process.on(name, listener),
    onUncaught: (listener) => void process.on('uncaughtException', listener),
    onUnhandledRejection: (listener) => void process.on('unhandledRejection', listener),
    exit: (code) => process.exit(code),
  };
}
