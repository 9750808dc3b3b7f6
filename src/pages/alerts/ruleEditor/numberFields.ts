import { defaultLabelSets, longestWindow, shortestEvaluationInterval } from '../../../contract/alerting/words';

/** A number of the form: what it is called, in what it is counted, and what is taken. */
export interface NumberField {
  label: string;
  description: string;
  /** Behind the number; the unit of the query where it is undefined. */
  suffix?: string;
  least?: number;
  most?: number;
  /** Whole unless it says otherwise. */
  isFraction?: boolean;
  isOptional?: boolean;
  /** What holds where nothing is typed. */
  placeholder?: string;
}

const day = 24 * 60;
const many = 1_000_000_000;

/** Limits are those of the contract, whose schemas do not come to the browser. */
export const numberFields = {
  window_minutes: {
    label: 'Window',
    description: 'How far back each evaluation looks',
    suffix: 'min',
    least: 1,
    most: longestWindow,
  },
  value: { label: 'Limit', description: 'Drag it in the chart, or type it', isFraction: true },
  recovery_value: {
    label: 'Recovers at',
    description: 'Stays open until the value has passed this one, so that it does not flicker',
    isFraction: true,
    isOptional: true,
    placeholder: 'The limit',
  },
  for_minutes: {
    label: 'Pending period',
    description: 'Must hold this long before an alert opens',
    suffix: 'min',
    least: 0,
    most: day,
    isOptional: true,
    placeholder: '0',
  },
  min_samples: {
    label: 'Least samples',
    description: 'Fewer count as no data',
    least: 1,
    most: many,
    isOptional: true,
    placeholder: '1',
  },
  windows: { label: 'Windows', description: 'How many are looked at; from 8 on chance is tested', least: 3, most: 100 },
  min_change_percent: {
    label: 'Least change',
    description: 'A window, of the median',
    suffix: '%',
    least: 0,
    isFraction: true,
  },
  min_count: { label: 'At least', description: 'How often within the window', suffix: 'times', least: 1, most: many },
  min_users: {
    label: 'Or for so many users',
    description: 'Fires for these as well, however few times',
    suffix: 'users',
    least: 0,
    most: many,
    isOptional: true,
    placeholder: 'Not asked',
  },
  min: { label: 'At least', description: 'How many it must reach within the window', least: 1, most: many },
  within_minutes: {
    label: 'Followed within',
    description: 'From the first event on',
    suffix: 'min',
    least: 1,
    most: longestWindow,
  },
  per_minute_above: {
    label: 'More than',
    description: 'On average over the window',
    suffix: 'a minute',
    least: 0,
    isFraction: true,
  },
  absent_minutes: { label: 'For', description: 'How long nothing came', suffix: 'min', least: 1, most: longestWindow },
  for_results: {
    label: 'Results in a row',
    description: 'So many must say so',
    least: 1,
    most: many,
    isOptional: true,
    placeholder: '1',
  },
  days: { label: 'Less than', description: 'Before it expires', suffix: 'days', least: 1, most: 3650 },
  evaluation_interval_seconds: {
    label: 'Evaluated every',
    description: 'A shorter time tells sooner, and asks more of the database',
    suffix: 's',
    least: shortestEvaluationInterval,
    most: day * 60,
    isOptional: true,
    placeholder: '60',
  },
  delay_seconds: {
    label: 'Delay',
    description: 'How late data may come and still count',
    suffix: 's',
    least: 0,
    most: 3600,
    isOptional: true,
    placeholder: '10',
  },
  cooldown_minutes: {
    label: 'Cooldown',
    description: 'Least time between two messages about new alerts, and before the same alert opens again',
    suffix: 'min',
    least: 0,
    most: 30 * day,
  },
  reminder_minutes: {
    label: 'Remind every',
    description: 'While nobody has acknowledged it',
    suffix: 'min',
    least: 1,
    most: 30 * day,
    isOptional: true,
    placeholder: 'Never',
  },
  keep_firing_minutes: {
    label: 'Keep firing',
    description: 'Must be recovered this long before it resolves',
    suffix: 'min',
    least: 0,
    most: day,
    isOptional: true,
    placeholder: '0',
  },
  max_label_sets: {
    label: 'Alerts at most',
    description: 'Open at once; one more says how many are left out',
    least: 1,
    most: 1000,
    isOptional: true,
    placeholder: String(defaultLabelSets),
  },
  stale_hours: {
    label: 'Resolve without data after',
    description: 'A group that is gone for good does not stay open',
    suffix: 'h',
    least: 1,
    most: 30 * 24,
    isOptional: true,
    placeholder: '24',
  },
} as const satisfies Record<string, NumberField>;

export type NumberFieldName = keyof typeof numberFields;

/** The number that was typed; undefined for nothing, NaN for what is no number. */
export function readNumber(text: string): number | undefined {
  return text.trim() === '' ? undefined : Number(text.trim().replace(',', '.'));
}

/** What is wrong with a typed number; undefined when nothing is. */
export function complaintAboutNumber(name: NumberFieldName, text: string): string | undefined {
  const { least, most, isFraction, isOptional }: NumberField = numberFields[name];
  const value = readNumber(text);
  if (value === undefined) {
    return isOptional ? undefined : 'A number is needed here.';
  }
  const isRight =
    Number.isFinite(value) &&
    (isFraction || Number.isInteger(value)) &&
    value >= (least ?? -Infinity) &&
    value <= (most ?? Infinity);
  return isRight ? undefined : `${isFraction ? 'A number' : 'A whole number'}${rangeText(least, most)}.`;
}

function rangeText(least: number | undefined, most: number | undefined): string {
  if (least === undefined) {
    return '';
  }
  return most === undefined
    ? ` from ${least.toLocaleString('en')}`
    : ` from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}`;
}
