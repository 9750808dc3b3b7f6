import { connect, type Socket } from 'node:net';

export interface SlowConnections {
  /** How many the server holds open at this moment. */
  open(): number;
  end(): void;
}

/**
 * Opens connections that send their request a byte a second, or only its first half, from a few addresses of loopback.
 * Those that the server closes stay closed.
 */
export async function slowConnections(
  port: number,
  count: number,
  text: string,
  everyMs: number
): Promise<SlowConnections> {
  const sockets: Socket[] = [];
  for (let opened = 0; opened < count; opened += 250) {
    for (let index = opened; index < Math.min(count, opened + 250); index += 1) {
      const socket = connect({ host: '127.0.0.1', port, localAddress: `127.0.1.${1 + (index % 5)}` });
      socket.on('error', () => socket.destroy());
      // Reads, so that it notices when the server has closed it.
      socket.resume();
      sockets.push(socket);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  let at = 0;
  const timer = setInterval(() => {
    const byte = text.charAt(at);
    at += 1;
    if (byte !== '') {
      sockets.filter(({ writable }) => writable).forEach((socket) => socket.write(byte));
    }
  }, everyMs);
  return {
    open: () => sockets.filter((socket) => !socket.destroyed && !socket.connecting && socket.writable).length,
    end: () => {
      clearInterval(timer);
      sockets.forEach((socket) => socket.destroy());
    },
  };
}
