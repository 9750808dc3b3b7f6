import { connect } from 'node:net';

/** Who holds a data directory; told to those who find it taken. */
export interface LockHolder {
  /** In the holder's own process namespace. */
  readonly pid: number;
  /** ISO 8601, UTC. */
  readonly since: string;
  readonly command: string;
}

/** Asks the process behind a lock socket; undefined when it does not answer within half a second. */
export function askHolder(path: string): Promise<LockHolder | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path);
    let text = '';
    socket.setEncoding('utf8').setTimeout(500);
    socket.on('data', (chunk: string) => (text += chunk));
    socket.on('timeout', () => socket.destroy());
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(parseHolder(text)));
  });
}

function parseHolder(text: string): LockHolder | undefined {
  try {
    const { pid, since, command } = JSON.parse(text) as Partial<LockHolder>;
    return typeof pid === 'number' && typeof since === 'string' && typeof command === 'string'
      ? { pid, since, command }
      : undefined;
  } catch {
    return undefined;
  }
}
