import type { JsonObject } from '../JsonObject';
import type { Intake } from '../intake/Intake';

/** Makes rows of one item of an envelope, or says why it is refused. */
export type MapSentryItem = (intake: Intake, payload: JsonObject, index: number) => string | undefined;
