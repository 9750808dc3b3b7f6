import { HttpProblem } from '../../errors/HttpProblem';

/**
 * How much is being worked on at once. Under overload it is better to send a client away before its body is read than
 * to run out of memory with thousands of bodies half done.
 */
export class InFlight {
  private requests = 0;
  private bytes = 0;
  private readonly mostRequests: number;
  private readonly mostBytes: number;

  constructor(mostRequests = 2000, mostBytes = 64 * 1024 * 1024) {
    this.mostRequests = mostRequests;
    this.mostBytes = mostBytes;
  }

  get count(): number {
    return this.requests;
  }

  /** Lets a request in, and answers how it leaves again. Throws 503 with `Retry-After` when there is no room. */
  enter(bytes: number): () => void {
    if (this.requests >= this.mostRequests || (this.requests > 0 && this.bytes + bytes > this.mostBytes)) {
      throw new HttpProblem(503, 'overloaded', 'The server has too much to do: come again later', {
        'retry-after': '1',
      });
    }
    this.requests += 1;
    this.bytes += bytes;
    let inside = true;
    return () => {
      if (inside) {
        inside = false;
        this.requests -= 1;
        this.bytes -= bytes;
      }
    };
  }
}
