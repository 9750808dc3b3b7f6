/** What rules owe people, once cooldowns and silences are over. Any number of processes settle it. Throws StoreAway. */
export interface NoticeQueue {
  /** Settles what one rule owes. False: nothing is due. */
  settleNext(now: number): Promise<boolean>;
}
