import { HttpProblem } from '../../errors/HttpProblem';

/** A request on its way through. */
export interface Visit {
  /** Names the app it is for. Throws 503 where that app takes the place of others. */
  belongTo(appId: string): void;
  /** Counts bytes of its body as they arrive: what is only promised holds no memory. Throws 503 where all is taken. */
  grow(bytes: number): void;
  /** Repeatable. */
  leave(): void;
}

/**
 * How much is being worked on at once. Under overload it is better to send a client away before its body is read than
 * to run out of memory with thousands of bodies half done. One app may have at most as many requests inside as places
 * are left, so that there is always one for another.
 */
export class InFlight {
  private requests = 0;
  private bytes = 0;
  private readonly byApp = new Map<string, number>();
  private readonly mostRequests: number;
  private readonly mostBytes: number;

  constructor(mostRequests = 2000, mostBytes = 64 * 1024 * 1024) {
    this.mostRequests = mostRequests;
    this.mostBytes = mostBytes;
  }

  get count(): number {
    return this.requests;
  }

  /** Lets a request in. Throws 503 with `Retry-After` when there is no room. */
  enter(): Visit {
    if (this.requests >= this.mostRequests) {
      throw overloaded();
    }
    this.requests += 1;
    let bytes = 0;
    let app: string | undefined;
    let inside = true;
    return {
      belongTo: (appId) => {
        const others = this.byApp.get(appId) ?? 0;
        if (others > this.mostRequests - this.requests) {
          throw overloaded();
        }
        if (inside && app === undefined) {
          app = appId;
          this.byApp.set(appId, others + 1);
        }
      },
      grow: (more) => {
        if (!inside) {
          return;
        }
        // A body alone always fits: how large one may be is limited elsewhere.
        if (this.bytes > bytes && this.bytes + more > this.mostBytes) {
          throw overloaded();
        }
        bytes += more;
        this.bytes += more;
      },
      leave: () => {
        if (inside) {
          inside = false;
          this.requests -= 1;
          this.bytes -= bytes;
          this.leaveApp(app);
        }
      },
    };
  }

  private leaveApp(app: string | undefined): void {
    const left = app === undefined ? 0 : (this.byApp.get(app) ?? 0) - 1;
    if (app !== undefined && left > 0) {
      this.byApp.set(app, left);
    } else if (app !== undefined) {
      this.byApp.delete(app);
    }
  }
}

function overloaded(): HttpProblem {
  return new HttpProblem(503, 'overloaded', 'The server has too much to do: come again later', { 'retry-after': '1' });
}
