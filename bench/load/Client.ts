import { Agent, request } from 'node:http';

export interface ClientRequest {
  method?: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: Buffer;
}

/** Sends requests to one listener over connections that stay open, and counts how they were answered. */
export class Client {
  readonly #url: URL;
  readonly #agent: Agent;
  /** Answers by status; `none` where there was none within 30 s. */
  readonly answers = new Map<string, number>();

  constructor(url: string, connections: number) {
    this.#url = new URL(url);
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** The status, or `none`. Never rejects. */
  async send(sent: ClientRequest): Promise<string> {
    const status = await this.#ask(sent);
    this.answers.set(status, (this.answers.get(status) ?? 0) + 1);
    return status;
  }

  #ask({ method = 'POST', path, headers, body }: ClientRequest): Promise<string> {
    return new Promise((resolve) => {
      const length = body === undefined ? {} : { 'content-length': String(body.length) };
      const { hostname: host, port } = this.#url;
      const asked = request(
        { host, port, method, path, agent: this.#agent, headers: { ...headers, ...length } },
        (answer) => {
          answer.resume();
          answer.on('end', () => resolve(String(answer.statusCode)));
          answer.on('error', () => resolve('none'));
        }
      );
      asked.setTimeout(30_000, () => asked.destroy(new Error('no answer')));
      asked.on('error', () => resolve('none'));
      asked.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** Whether an answer is one that no input may ever get. */
export const isFailure = (status: string): boolean => status === 'none' || status.startsWith('5');
