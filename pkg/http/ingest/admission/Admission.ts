import { defaultRateLimit, type RateLimit } from '../../../../src/contract/resources/apps';
import type { KeyDirectory, KeyedApp } from '../../../domain/ingest/KeyedApp';
import type { Clock } from '../../../lib/Clock';
import { HttpProblem } from '../../errors/HttpProblem';
import { limitName } from './clientAddress';
import { isOriginAllowed } from './isOriginAllowed';
import { TokenBuckets } from './TokenBuckets';

const keyPattern = /^[0-9a-f]{32}$/;

/** Who asks to write. */
export interface Applicant {
  key: string | undefined;
  origin: string | undefined;
  address: string;
}

/** Decides, before a body is read, who may write: key, origin, then limits of the key and of the client's address, then room. */
export class Admission {
  private readonly keys: KeyDirectory;
  private readonly clock: Clock;
  private readonly checkRoom: (appId: string) => void;
  private readonly byKey = new TokenBuckets();
  private readonly byAddress = new TokenBuckets();

  /** `checkRoom` throws StoreAway where nothing more of an app can be taken now. */
  constructor(keys: KeyDirectory, clock: Clock, checkRoom: (appId: string) => void) {
    this.keys = keys;
    this.clock = clock;
    this.checkRoom = checkRoom;
  }

  /** The app behind the key. Throws 401, 403 or 429 as HttpProblem, StoreAway when keys cannot be asked for or rows not be taken. */
  async admit({ key, origin, address }: Applicant): Promise<KeyedApp> {
    const app = key !== undefined && keyPattern.test(key) ? await this.keys.find(key) : undefined;
    const limit = app === undefined ? defaultRateLimit : app.rateLimit;
    if (limit !== null) {
      this.limit(limit, app, limitName(address));
    }
    if (app === undefined) {
      throw new HttpProblem(401, 'unauthorized', 'There is no such app key, or it was revoked');
    }
    if (!isOriginAllowed(origin, app.allowedOrigins)) {
      throw new HttpProblem(
        403,
        'origin_not_allowed',
        'This origin may not write for the app: add it to the allowed origins'
      );
    }
    this.checkRoom(app.appId);
    return app;
  }

  private limit(limit: RateLimit, app: KeyedApp | undefined, address: string): void {
    const now = this.clock.now();
    const wait =
      this.byAddress.take(address, limit, now) || (app === undefined ? 0 : this.byKey.take(app.key, limit, now));
    if (wait > 0) {
      throw new HttpProblem(429, 'rate_limited', 'Too many requests: come again later', {
        'retry-after': String(Math.max(1, Math.ceil(wait / 1000))),
      });
    }
  }
}
