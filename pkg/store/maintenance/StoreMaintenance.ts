import type { Pool } from 'pg';
import type { Logger } from '../../lib/Logger';
import { refreshBehaviour } from '../behaviour/refreshBehaviour';
import { asStoreAway } from '../connections/storeAway';
import { endIgnoring, refreshErrorGroups, trimErrorGroups } from '../errorGroups/refreshErrorGroups';
import { isoDay } from '../partitions/daysAhead';
import { dropPartitions } from '../partitions/dropPartitions';
import { ensureDaysAhead } from '../partitions/ensureDaysAhead';
import { day } from '../../lib/duration';
import { expireSummaries } from '../summaries/expireSummaries';
import { SummaryUpkeep } from '../summaries/SummaryUpkeep';
import { archiveExpiring } from './archiveExpiring';
import { finishDeletions } from './finishDeletions';
import { readLongestRetention } from './readLongestRetention';
import { trimRaw } from './trimRaw';
import { trimTiers } from './trimTiers';

/** The database's share of the periodic jobs. Fits the port of pkg/jobs. Throws StoreAway. */
export class StoreMaintenance {
  readonly #pool: Pool;
  readonly #ownerUrl: string;
  readonly #logger: Logger;

  /** @param pool logs in as the jobs role */
  constructor(pool: Pool, ownerUrl: string, logger: Logger) {
    this.#pool = pool;
    this.#ownerUrl = ownerUrl;
    this.#logger = logger;
  }

  ensureDaysAhead(now: number): Promise<number> {
    return asked(ensureDaysAhead(this.#pool, now));
  }

  async dropExpired(now: number): Promise<number> {
    await asked(archiveExpiring(this.#pool, now));
    const retention = await asked(readLongestRetention(this.#pool));
    return dropPartitions({ ownerUrl: this.#ownerUrl, retention, now, logger: this.#logger });
  }

  async trimExpired(now: number): Promise<number> {
    return (await asked(trimRaw(this.#pool, now))) + (await asked(trimTiers(this.#pool, now)));
  }

  refreshBehaviour(now: number): Promise<number> {
    return asked(refreshBehaviour(this.#pool, now));
  }

  /** A salt lives for 48 hours from the start of its day, and so does what was noted of the visitors of that day. */
  async destroySalts(now: number): Promise<number> {
    await asked(this.#pool.query('delete from visitor_sessions where updated_at < $1', [new Date(dayBefore(now))]));
    const { rowCount } = await asked(
      this.#pool.query('delete from daily_salts where day <= $1', [isoDay(now - 2 * day)])
    );
    return rowCount ?? 0;
  }

  finishDeletions(now: number): Promise<number> {
    return asked(finishDeletions(this.#pool, now));
  }

  refreshErrorGroups(): Promise<number> {
    return asked(refreshErrorGroups(this.#pool));
  }

  endIgnoring(now: number): Promise<number> {
    return asked(endIgnoring(this.#pool, now));
  }

  trimErrorGroups(now: number): Promise<number> {
    return asked(trimErrorGroups(this.#pool, now));
  }

  async refreshSummaries(now: number): Promise<number> {
    return asked(new SummaryUpkeep(this.#pool).refresh(now));
  }

  expireSummaries(now: number): Promise<number> {
    return asked(expireSummaries(this.#pool, now));
  }
}

/** Start of the day before that of `now`. */
function dayBefore(now: number): number {
  return Math.floor(now / day) * day - day;
}

async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw asStoreAway(error);
  }
}
