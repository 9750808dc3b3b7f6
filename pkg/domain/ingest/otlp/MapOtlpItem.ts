import type { Intake } from '../intake/Intake';
import type { JsonObject } from '../JsonObject';
import type { OtlpGroup } from './OtlpGroup';
import type { OtlpSenders } from './OtlpSenders';

/** Makes rows of one item of a group, or says why it is refused. `index` counts within the request: of a metric, the
 * first of its data points. */
export type MapOtlpItem = (
  intake: Intake,
  senders: OtlpSenders,
  group: OtlpGroup,
  item: JsonObject,
  index: number
) => string | undefined;
