import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';

export interface SlackMessage {
  ts: string;
  channel: string;
  text: string;
  /** Undefined: not in a thread. */
  thread_ts: string | undefined;
  reply_broadcast: boolean;
  attachments: unknown;
  metadata: unknown;
  edits: number;
}

/**
 * What Slack does to a call instead of answering it: an error by its word, a status, too many requests for so many
 * seconds, silence, a dropped connection; `drop after` does what was asked first.
 */
export type SlackFault = string | { status: number } | { retryAfter: number } | 'silence' | 'drop' | 'drop after';

/** A Slack on the loopback that remembers what it was told, and misbehaves as told. */
export class FakeSlack {
  readonly messages: SlackMessage[] = [];
  /** Every call that arrived, also those that were not answered well. */
  readonly calls: string[] = [];
  /** What to do to the next calls of a method, first come first served. */
  readonly faults: Array<[method: string, fault: SlackFault]> = [];
  /** For a load: asked for each call. */
  chooseFault: (method: string) => SlackFault | undefined = () => undefined;
  readonly #app: FastifyInstance;
  #clock = 1_700_000_000;

  constructor() {
    this.#app = Fastify();
    const parse = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));
    this.#app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, parse(String(body)))
    );
    this.#app.post<{ Params: { method: string }; Body: Record<string, string> }>('/api/:method', (request, reply) =>
      this.#call(request.params.method, request.body, reply)
    );
    this.#app.post<{ Body: Record<string, unknown> }>('/services/*', (request, reply) =>
      this.#call(
        'webhook',
        { ...request.body, attachments: JSON.stringify(request.body.attachments) } as Record<string, string>,
        reply
      )
    );
  }

  /** Answers the address of the API. */
  async start(port = 0): Promise<string> {
    return `${await this.#app.listen({ host: '127.0.0.1', port })}/api/`;
  }

  async stop(): Promise<void> {
    this.#app.server.closeAllConnections();
    await this.#app.close();
  }

  /** Messages outside of threads. */
  roots(): SlackMessage[] {
    return this.messages.filter(({ thread_ts }) => thread_ts === undefined);
  }

  async #call(method: string, body: Record<string, string>, reply: FastifyReply): Promise<FastifyReply> {
    this.calls.push(method);
    const place = this.faults.findIndex(([of]) => of === method);
    const fault = place === -1 ? this.chooseFault(method) : this.faults.splice(place, 1)[0]?.[1];
    if (fault === 'silence') {
      return reply.hijack();
    }
    if (fault === 'drop') {
      request(reply).destroy();
      return reply.hijack();
    }
    if (typeof fault === 'object') {
      return 'status' in fault
        ? reply.code(fault.status).send('something broke')
        : reply.code(429).header('retry-after', String(fault.retryAfter)).send({ ok: false, error: 'ratelimited' });
    }
    if (fault !== undefined && fault !== 'drop after') {
      return method === 'webhook' ? reply.code(404).send(fault) : reply.send({ ok: false, error: fault });
    }
    const answer = this.#do(method, body);
    if (fault === 'drop after') {
      request(reply).destroy();
      return reply.hijack();
    }
    return method === 'webhook' ? reply.send('ok') : reply.send(answer);
  }

  #do(method: string, body: Record<string, string>): object {
    const json = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text));
    const { channel = 'C1', text = '', thread_ts, ts } = body;
    switch (method) {
      case 'webhook':
      case 'chat.postMessage': {
        this.#clock += 1;
        const message: SlackMessage = {
          ts: `${this.#clock}.000100`,
          channel: channel.replace(/^#.*/, 'C1'),
          text,
          thread_ts,
          reply_broadcast: body.reply_broadcast === 'true',
          attachments: json(body.attachments),
          metadata: json(body.metadata),
          edits: 0,
        };
        this.messages.push(message);
        return { ok: true, ts: message.ts, channel: message.channel };
      }
      case 'chat.update': {
        const found = this.messages.find((message) => message.ts === ts && message.channel === channel);
        if (found === undefined) {
          return { ok: false, error: 'message_not_found' };
        }
        Object.assign(found, { text, attachments: json(body.attachments), edits: found.edits + 1 });
        return { ok: true, ts, channel };
      }
      case 'conversations.history':
        return { ok: true, messages: this.roots() };
      case 'conversations.replies':
        return { ok: true, messages: this.messages.filter((message) => message.thread_ts === ts) };
      default:
        return { ok: false, error: 'unknown_method' };
    }
  }
}

function request(reply: FastifyReply) {
  return reply.raw.socket ?? reply.raw;
}
