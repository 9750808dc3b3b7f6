import type { BehaviourPattern } from '../../../src/contract/behaviourPatterns';
import type { BehaviourCount } from '../../../src/contract/resources/behaviour';

/** Days are `YYYY-MM-DD`, both included. */
export interface BehaviourSelection {
  /** Name or id; undefined: all apps. */
  app: string | undefined;
  pattern: BehaviourPattern;
  from: string;
  to: string;
  limit: number;
}

/** What sessions did, also where their raw rows are gone. */
export interface BehaviourRepository {
  /** Added up over the days and apps, the most frequent first. */
  count(who: { orgId: number }, selection: BehaviourSelection): Promise<BehaviourCount[]>;
}
