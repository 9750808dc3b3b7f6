import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Client } from 'pg';

/** Stands between a client and PostgreSQL, and misbehaves as a stopped, frozen or restarted server would. */
export class HangingProxy {
  readonly #target: Client;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #hanging = false;

  private constructor(target: Client) {
    this.#target = target;
    this.#server = createServer((socket) => this.#join(socket));
  }

  /** @param url where PostgreSQL is */
  static async start(url: string): Promise<HangingProxy> {
    const proxy = new HangingProxy(new Client({ connectionString: url }));
    await proxy.#listen(0);
    return proxy;
  }

  /** The same login by way of the proxy. */
  urlFor(url: string): string {
    const { user = '', password = '', database = '' } = new Client({ connectionString: url });
    const { port } = this.#server.address() as AddressInfo;
    return `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(String(password))}@127.0.0.1:${port}/${database}`;
  }

  /** From now on nothing gets through, in either direction; connections are still accepted. */
  hang(): void {
    this.#hanging = true;
    this.#sockets.forEach((socket) => socket.pause());
  }

  /** What was held back goes on. */
  wake(): void {
    this.#hanging = false;
    this.#sockets.forEach((socket) => socket.resume());
  }

  /** Every connection breaks; new ones are let through. */
  cut(): void {
    this.#sockets.forEach((socket) => socket.destroy());
  }

  /** As a server that is down: no one listens. `start` of the answer brings it back on the same port. */
  async goDown(): Promise<() => Promise<void>> {
    const { port } = this.#server.address() as AddressInfo;
    await this.stop();
    return () => this.#listen(port);
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.cut();
    await closed;
  }

  #listen(port: number): Promise<void> {
    return new Promise((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
  }

  #join(near: Socket): void {
    const { host, port } = this.#target;
    const far = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    this.#forward(near, far);
    this.#forward(far, near);
  }

  #forward(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    from.on('data', (bytes) => to.write(bytes));
    from.on('close', () => {
      this.#sockets.delete(from);
      to.destroy();
    });
    // Breaking is what this is for.
    from.on('error', () => undefined);
    if (this.#hanging) {
      from.pause();
    }
  }
}
