/** Rules that must not wait for their turn. Throws StoreAway. */
export interface UrgentRules {
  /**
   * Makes the rules of an organisation that are about critical errors due now, and the built-in one where it is missing.
   * False where one is being evaluated this moment and may have looked too early: ask again.
   */
  hurry(orgId: number, now: number): Promise<boolean>;
}
