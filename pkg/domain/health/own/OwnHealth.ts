import type { Beat } from '../heartbeats/Beat';
import type { OwnService } from './ownServices';

/** Where parts of Seamark report how they are. Throws StoreAway. */
export interface OwnHealth {
  /** Makes the checks that wait for these reports, where they are missing. */
  ensure(): Promise<void>;
  report(service: OwnService, beat: Pick<Beat, 'status' | 'message'>): Promise<void>;
  /** Messages that should have left before `time` (epoch milliseconds) and did not. */
  overdueMessages(time: number): Promise<number>;
}
