import { expect, type Page } from '@playwright/test';

/** The body of a Faro request, as far as the journeys look at it. */
export interface FaroBody {
  meta: {
    session?: { id?: string; attributes?: Record<string, string> };
    page?: { id?: string };
    view?: { name?: string };
  };
  events?: Array<{ name: string; attributes?: Record<string, string> }>;
  exceptions?: Array<{ value: string; stacktrace?: { frames: Array<{ function: string; filename: string }> } }>;
  measurements?: unknown[];
  logs?: unknown[];
}

/** What the server made of a request. */
export interface Answer {
  body: FaroBody;
  accepted: number;
  dropped: Record<string, number>;
}

/** Longer than Faro keeps a batch open. */
const batch = 700;

/** A visitor's page, and everything that leaves it. */
export class Visit {
  readonly page: Page;
  readonly bodies: FaroBody[] = [];
  readonly answers: Answer[] = [];
  /** What the visitor's console would show in red. */
  readonly errors: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().includes('/collect')) {
        this.bodies.push(request.postDataJSON() as FaroBody);
      }
    });
    page.on('response', async (response) => {
      if (response.request().method() === 'POST' && response.url().includes('/collect')) {
        // A page that is left takes the bodies of its answers along.
        const answer = (await response.json().catch(() => undefined)) as Omit<Answer, 'body'> | undefined;
        if (answer) {
          this.answers.push({ ...answer, body: response.request().postDataJSON() as FaroBody });
        }
      }
    });
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') {
        this.errors.push(message.text());
      }
    });
  }

  /** Names of all events that left the page. */
  get events(): string[] {
    return this.bodies.flatMap(({ events = [] }) => events.map(({ name }) => name));
  }

  /** Waits until nothing has left for as long as anything that is to be sent would need. */
  async settle(): Promise<void> {
    let before: number;
    do {
      before = this.bodies.length;
      await this.page.waitForTimeout(batch);
    } while (this.bodies.length > before);
  }

  /** Waits until events of these names have left the page, however slow the machine is, and all that goes with them. */
  async sent(...names: string[]): Promise<void> {
    await expect.poll(() => this.events, { timeout: 15_000 }).toEqual(expect.arrayContaining(names));
    await this.settle();
  }

  /** The session that the page's requests name; empty before the first. */
  get session(): string {
    return this.bodies[0]?.meta.session?.id ?? '';
  }

  /** Does something with the started package: `handle`, in source text. */
  async run(source: string): Promise<void> {
    await this.page.evaluate(source);
  }

  async event(name: string): Promise<void> {
    await this.run(`handle.faro.api.pushEvent(${JSON.stringify(name)})`);
  }

  /** What the server made of the request that brought an event; Faro decides what else goes with it. */
  answerTo(event: string): Answer | undefined {
    return this.answers.find(({ body: { events = [] } }) => events.some(({ name }) => name === event));
  }

  /** Every entry that the page has in the visitor's browser. */
  async stored(): Promise<string[]> {
    const kept = await this.page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
    const cookies = await this.page.context().cookies();
    return [...kept, ...cookies.map(({ name }) => `cookie ${name}`)];
  }
}
