import type {
  ComparedTrendCondition,
  SteadyTrendCondition,
  ThresholdCondition,
} from '../../../../src/contract/alerting/conditions';
import type { ComparedWindow } from '../../../../src/contract/alerting/words';

/** Epoch milliseconds, `from` inclusive, `to` exclusive. */
export interface Window {
  from: number;
  to: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** How late data may be unless a rule says otherwise, in seconds. */
const defaultDelay = 10;

/**
 * The windows that an evaluation at `at` looks at, oldest first and the current one last. All end `delay_seconds` ago,
 * so that data which is a little late still counts. Days are of 24 hours, whatever the clocks of a place do.
 */
export function windowsOf(
  condition: ThresholdCondition | ComparedTrendCondition | SteadyTrendCondition,
  at: number
): Window[] {
  const length = condition.window_minutes * minute;
  const to = at - (condition.delay_seconds ?? defaultDelay) * 1000;
  const current = { from: to - length, to };
  if ('compare' in condition) {
    return [shifted(current, distanceOf(condition.compare, length)), current];
  }
  const count = 'windows' in condition ? condition.windows : 1;
  return Array.from({ length: count }, (_, index) => shifted(current, (count - 1 - index) * length));
}

function distanceOf(compare: ComparedWindow, length: number): number {
  switch (compare) {
    case 'previous_window':
      return length;
    case 'same_time_yesterday':
      return day;
    case 'same_time_last_week':
      return 7 * day;
  }
}

function shifted({ from, to }: Window, by: number): Window {
  return { from: from - by, to: to - by };
}
