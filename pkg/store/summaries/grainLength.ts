import type { Grain } from '../../domain/summaries/cutRange';
import { day, hour, minute, sixHours, week } from '../../lib/duration';

/** Length of a bucket in milliseconds. */
export const grainLength: Readonly<Record<Grain, number>> = { minute, hour, six_hours: sixHours, day, week };
