import type { IntakeItem, Verdict } from '../intake/IntakeItem';
import type { JsonObject } from '../JsonObject';

/** One measurement on its way into rows: accepted by time and consent, its values not judged yet. */
export interface Measured extends Verdict {
  place: IntakeItem;
  /** Number of the first row that it may become. */
  firstRow: number;
  values: JsonObject;
  /** Free attributes, cleaned. */
  context: JsonObject;
}
