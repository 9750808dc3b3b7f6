import type { Grain } from '../../domain/summaries/cutRange';
import { day, hour, minute, week } from '../../lib/duration';

/** Length of a bucket in milliseconds. */
export const grainLength: Readonly<Record<Grain, number>> = { minute, hour, day, week };
