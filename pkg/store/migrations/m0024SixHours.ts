import type { Migration } from './Migration';
import { allowGrains, markSums } from './summaryGrains';

/** Summaries of six hours, which are sums of hours: what is left at the ends of a long range is read from few of them. */
export const m0024SixHours: Migration = {
  version: 24,
  name: 'six hours',
  statements: () => [
    ...allowGrains(['minute', 'hour', 'six_hours', 'day', 'week']),
    ...markSums({ grain: 'six_hours', width: '6 hours' }, 'hour'),
  ],
};
