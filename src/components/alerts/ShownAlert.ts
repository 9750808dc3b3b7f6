import type { AlertInstanceDetail } from '../../contract/resources/alertInstances';

/** Carried by every source of rows. */
type Known = 'id' | 'title' | 'severity' | 'status' | 'labels' | 'created_at' | 'version' | 'rule_name';

/** An alert as rows show it. What a row of a data frame does not carry may be missing. */
export interface ShownAlert
  extends Pick<AlertInstanceDetail, Known>, Partial<Omit<AlertInstanceDetail, Known | 'silenced_by'>> {
  /** What was measured last, with its unit; undefined where it is not about a number. */
  measured?: string | undefined;
  /** What it is held against, in words: "above 2.5 s". */
  limit?: string | undefined;
  /** Until when nobody is told of it, and why. */
  silenced_until?: string | null;
  silenced_by?: { kind: string; name: string } | null;
}
