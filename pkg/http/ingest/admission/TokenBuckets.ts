import type { RateLimit } from '../../../../src/contract/resources/apps';

interface Bucket {
  tokens: number;
  updated: number;
}

/**
 * Token buckets by name, made when first asked for. At most `most` are remembered: names come from outside, and a
 * forgotten bucket is a full one, so forgetting errs towards letting in.
 */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();
  private readonly most: number;

  constructor(most = 50_000) {
    this.most = most;
  }

  /** Takes a token. 0: it was there; else the milliseconds until there is one, and nothing was taken. */
  take(name: string, limit: RateLimit, now: number): number {
    let bucket = this.buckets.get(name);
    if (bucket === undefined) {
      this.makeRoom();
      bucket = { tokens: limit.burst, updated: now };
      this.buckets.set(name, bucket);
    }
    const elapsed = Math.max(0, now - bucket.updated);
    bucket.tokens = Math.min(limit.burst, bucket.tokens + (elapsed / 1000) * limit.requests_per_second);
    bucket.updated = now;
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return 0;
    }
    return ((1 - bucket.tokens) / limit.requests_per_second) * 1000;
  }

  /** How many are remembered. */
  get size(): number {
    return this.buckets.size;
  }

  /** Forgets a tenth, those first met longest ago. */
  private makeRoom(): void {
    if (this.buckets.size < this.most) {
      return;
    }
    let excess = Math.ceil(this.most / 10);
    for (const name of this.buckets.keys()) {
      if (excess === 0) {
        break;
      }
      this.buckets.delete(name);
      excess -= 1;
    }
  }
}
