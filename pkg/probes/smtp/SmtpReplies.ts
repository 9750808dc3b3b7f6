import type { Socket } from 'node:net';

/** Characters of one reply beyond which nobody reads on. */
const longestReply = 16 * 1024;
/** Lines of one number; the last has no hyphen after it (RFC 5321, section 4.2.1). */
const wholeReply = /^(?:\d{3}-[^\r\n]*\r?\n)*(\d{3})(?: [^\r\n]*)?\r?\n/;
const line = /^\d{3}(?:[ -]|\r?\n)/;

/** The other side does not speak the protocol. The message can be shown. */
export class NoSmtp extends Error {
  override readonly name = 'NoSmtp';
}

export interface SmtpReply {
  code: number;
  /** Without their numbers. */
  lines: string[];
}

/** Says commands to a mail server and hears its replies, one at a time. */
export class SmtpReplies {
  readonly #socket: Socket;
  #heard = '';
  #ended: Error | undefined;
  #wake: (() => void) | undefined;

  constructor(socket: Socket, signal: AbortSignal) {
    this.#socket = socket;
    const end = (error: Error): void => {
      this.#ended ??= signal.aborted ? (signal.reason as Error) : error;
      this.#wake?.();
    };
    socket.on('data', (chunk: Buffer) => {
      this.#heard += chunk.toString('utf8');
      this.#wake?.();
    });
    socket.on('error', end);
    socket.on('close', () => end(Object.assign(new Error('closed'), { code: 'EPIPE' })));
  }

  /** Throws NoSmtp, or what the connection says. */
  async ask(command: string): Promise<SmtpReply> {
    this.#socket.write(`${command}\r\n`);
    return this.next();
  }

  /** The next reply. Throws NoSmtp, or what the connection says. */
  async next(): Promise<SmtpReply> {
    for (;;) {
      const reply = this.#take();
      if (reply !== undefined) {
        return reply;
      }
      if (this.#ended !== undefined) {
        throw this.#ended;
      }
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** The connection goes on in another protocol: whatever was said and not asked for would be taken for a part of that. */
  release(): void {
    if (this.#heard !== '') {
      throw new NoSmtp('the server says more than it was asked before it changes to TLS');
    }
    this.#socket.removeAllListeners('data');
  }

  #take(): SmtpReply | undefined {
    if (this.#heard.length > longestReply) {
      throw new NoSmtp('the reply is longer than 16 KB');
    }
    if (!this.#heard.includes('\n')) {
      return undefined;
    }
    if (!line.test(this.#heard)) {
      throw new NoSmtp('the answer is no SMTP');
    }
    const [text, code] = wholeReply.exec(this.#heard) ?? [];
    if (text === undefined) {
      return undefined;
    }
    this.#heard = this.#heard.slice(text.length);
    return {
      code: Number(code),
      lines: text
        .trimEnd()
        .split(/\r?\n/)
        .map((each) => each.slice(4)),
    };
  }
}
