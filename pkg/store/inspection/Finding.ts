/** One line of a diagnosis. */
export interface Finding {
  /** `note`: works, and could be better. */
  readonly verdict: 'good' | 'note' | 'wrong';
  readonly text: string;
  /** What to do. */
  readonly advice?: string;
}
