import { connect, createServer, type Server, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { Client } from 'pg';
import type { TestCertificate } from '../../testing/authority';
import { listening } from '../../testing/probing';

/** A PostgreSQL that speaks TLS: the real one behind it never sees that. */
export class TlsFront {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly port: number;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.port = port;
    server.on('connection', (socket: Socket) => this.#sockets.add(socket));
  }

  /** @param url where PostgreSQL is */
  static async start(url: string, { cert, private: key }: TestCertificate): Promise<TlsFront> {
    const { host, port } = new Client({ connectionString: url });
    const server = createServer((near) => {
      near.on('error', () => undefined);
      // Eight bytes that ask for TLS, answered by one.
      near.once('data', () => {
        near.write('S');
        const secure = new TLSSocket(near, { isServer: true, cert, key });
        const far = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
        secure.on('error', () => far.destroy()).on('close', () => far.destroy());
        far.on('error', () => secure.destroy());
        secure.pipe(far).pipe(secure);
      });
    });
    return new TlsFront(server, await listening(server));
  }

  stop(): void {
    this.#sockets.forEach((socket) => socket.destroy());
    this.#server.close();
  }
}
