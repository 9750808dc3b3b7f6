import type { KeptData, RetentionPolicy } from '../../../src/contract/resources/retention';
import type { RetentionRule } from './retentionRules';

/** Whose retention it is, and who changes it. */
export interface Keeper {
  orgId: number;
  login: string;
}

/** How long each organisation keeps what. */
export interface RetentionRepository {
  /** Every tier there is, in the order of the table. */
  list(who: Keeper): Promise<RetentionPolicy[]>;
  /**
   * Replaces what differs from the defaults, and answers as `list`. `rules` have been found sound. Undefined, and nothing
   * is changed: what differs is not, or no longer, what is `expected`.
   */
  replace(
    who: Keeper,
    rules: readonly RetentionRule[],
    expected?: readonly RetentionRule[]
  ): Promise<RetentionPolicy[] | undefined>;
  /** What there is of each tier at this moment. */
  kept(who: Keeper): Promise<KeptData[]>;
}
