/**
 * When a body was first received. Only bodies without usable times need it: a retry must get the same time, else it
 * would be stored twice. Bounded: the oldest are forgotten.
 */
export class FirstArrivals {
  private readonly times = new Map<string, number>();
  private readonly most: number;

  constructor(most = 20_000) {
    this.most = most;
  }

  /** `now`, or the time at which the request with this id came first. */
  of(requestId: string, now: number): number {
    const known = this.times.get(requestId);
    if (known !== undefined) {
      return known;
    }
    if (this.times.size >= this.most) {
      for (const oldest of this.times.keys()) {
        this.times.delete(oldest);
        break;
      }
    }
    this.times.set(requestId, now);
    return now;
  }
}
