import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Stands before a PostgreSQL and lets everything through, each piece as late as asked. */
export class DelayingProxy {
  /** Milliseconds in each direction. */
  delayMs = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(target: number) {
    this.#server = createServer((client) => {
      const upstream = connect(target, '127.0.0.1');
      this.#pass(client, upstream);
      this.#pass(upstream, client);
    });
  }

  static async start(target: number): Promise<DelayingProxy> {
    const proxy = new DelayingProxy(target);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  stop(): void {
    this.#server.close();
    this.#sockets.forEach((socket) => socket.destroy());
  }

  /** Timers of one delay keep the order; a change of the delay never overtakes what is on its way. */
  #pass(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    let free = 0;
    const later = (act: () => void): void => {
      const now = performance.now();
      free = Math.max(free, now + this.delayMs);
      setTimeout(act, free - now);
    };
    from.setNoDelay(true);
    from.on('data', (chunk) => later(() => to.write(chunk)));
    from.on('end', () => later(() => to.end()));
    from.on('error', () => to.destroy());
    from.on('close', () => this.#sockets.delete(from));
  }
}
