import { connect } from 'node:net';

/** alive: somebody listens (or cannot be asked). dead: its process has ended. absent: no such socket. */
export type SocketState = 'alive' | 'dead' | 'absent';

/** Asks the kernel by connecting. Works for sockets of other containers too, as long as the folder is shared. */
export function socketState(path: string): Promise<SocketState> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.on('connect', () => {
      socket.destroy();
      resolve('alive');
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // Anything else (no permission, a full backlog) is the doing of a living process.
      const states: Readonly<Record<string, SocketState>> = {
        ECONNREFUSED: 'dead',
        ENOENT: 'absent',
        ENOTDIR: 'absent',
      };
      resolve(states[error.code ?? ''] ?? 'alive');
    });
  });
}
