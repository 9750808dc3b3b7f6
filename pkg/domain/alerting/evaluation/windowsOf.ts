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
export const dayMs = 24 * 60 * minute;
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
  const current = windowBefore(condition, condition.window_minutes, at);
  if ('compare' in condition) {
    return [shifted(current, distanceOf(condition.compare, length)), current];
  }
  const count = 'windows' in condition ? condition.windows : 1;
  return Array.from({ length: count }, (_, index) => shifted(current, (count - 1 - index) * length));
}

/** The window of some minutes that ends `delay_seconds` before `at`. */
export function windowBefore(
  { delay_seconds: delay = defaultDelay }: { delay_seconds?: number },
  minutes: number,
  at: number
): Window {
  const to = at - delay * 1000;
  return { from: to - minutes * minute, to };
}

function distanceOf(compare: ComparedWindow, length: number): number {
  switch (compare) {
    case 'previous_window':
      return length;
    case 'same_time_yesterday':
      return dayMs;
    case 'same_time_last_week':
      return 7 * dayMs;
  }
}

function shifted({ from, to }: Window, by: number): Window {
  return { from: from - by, to: to - by };
}
