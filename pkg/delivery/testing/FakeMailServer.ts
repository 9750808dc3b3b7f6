import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** At which point of a conversation the server does what: answers with a code, falls silent, or drops the connection. */
export interface MailFault {
  at: 'connect' | 'recipient' | 'data';
  what: number | 'silence' | 'drop';
}

/** A mail server on the loopback that keeps what it took, and misbehaves as told. */
export class FakeMailServer {
  readonly mails: ParsedMail[] = [];
  /** What to do next, first come first served at each point. */
  readonly faults: MailFault[] = [];
  /** For a load: asked at each point. */
  chooseFault: (at: MailFault['at']) => MailFault['what'] | undefined = () => undefined;
  /** What has to happen first, each time that a mail has arrived and was not answered yet. */
  beforeAnswer: () => Promise<void> = () => Promise.resolve();
  readonly #server: SMTPServer;

  constructor(options: { user?: string } = {}) {
    this.#server = new SMTPServer({
      authOptional: options.user === undefined,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      closeTimeout: 1,
      onAuth: ({ username }, _session, done) =>
        username === options.user ? done(null, { user: username }) : done(new Error('Invalid login')),
      onConnect: (session, done) => this.#meet('connect', session.id, done),
      onRcptTo: (_address, session, done) => this.#meet('recipient', session.id, done),
      onData: (stream, session, done) => {
        void simpleParser(stream).then(
          (mail) =>
            this.#meet('data', session.id, (error) => {
              if (error) {
                done(error);
                return;
              }
              this.mails.push(mail);
              void this.beforeAnswer().then(() => done());
            }),
          // A client that was killed in the middle of a mail.
          done
        );
      },
    });
    // What a client breaks off is no fault of the server.
    this.#server.on('error', () => undefined);
  }

  /** Answers the address as a setting takes it. */
  async start(port = 0): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(port, '127.0.0.1', done));
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const { _socket: socket } of this.#connections()) {
      socket?.destroy();
    }
    await new Promise<void>((done) => this.#server.close(() => done()));
  }

  #meet(at: MailFault['at'], session: string, done: (error?: Error | null) => void): void {
    const place = this.faults.findIndex((fault) => fault.at === at);
    const what = place === -1 ? this.chooseFault(at) : this.faults.splice(place, 1)[0]?.what;
    if (what === undefined) {
      done();
    } else if (typeof what === 'number') {
      done(Object.assign(new Error(`the server says ${what}`), { responseCode: what }));
    } else if (what === 'drop') {
      this.#connections()
        .find(({ id }) => id === session)
        ?._socket?.destroy();
    }
  }

  #connections(): Array<{ id: string; _socket?: { destroy(): void } }> {
    return [...(this.#server.connections as unknown as Set<{ id: string; _socket?: { destroy(): void } }>)];
  }
}
