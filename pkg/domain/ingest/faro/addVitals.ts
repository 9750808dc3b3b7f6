import {
  rateWebVital,
  webVitalLimits,
  webVitals,
  type Rating,
  type WebVital,
} from '../../../../src/contract/webVitals';
import { performanceRow } from '../composeRows';
import { addMore } from '../intake/IntakeItem';
import { textAt, type JsonObject } from '../JsonObject';
import type { FaroRequest } from './FaroRequest';
import type { Measured } from './Measured';

const ratings: Readonly<Record<string, Rating>> = {
  good: 'good',
  'needs-improvement': 'needs_improvement',
  needs_improvement: 'needs_improvement',
  poor: 'poor',
};

const vitalOf = new Map<string, WebVital>(
  webVitals.flatMap((vital) => [
    [vital, vital],
    [vital.toLowerCase(), vital],
  ])
);

/** What the web-vitals library itself says of a vital, beside numbers: kept also where free attributes are not. */
const attribution = new Set([
  'navigation_type',
  'load_state',
  'element',
  'interaction_target',
  'interaction_type',
  'largest_shift_target',
  'longest_script_subpart',
  'longest_script_invoker_type',
]);

const longestId = 128;

/** One row of `performance_data` for each vital among the values, whose attribution the others are; a reason when it is refused. */
export function addVitals(request: FaroRequest, measured: Measured): string | undefined {
  const { place, values, context, time, full } = measured;
  const names = Object.keys(values);
  const vitals = names.filter((name) => vitalOf.has(name));
  if (vitals.length === 0) {
    return 'values hold no web vital';
  }
  const wrong = vitals.find((name) => !isValue(values[name]));
  if (wrong !== undefined) {
    return `values.${wrong} must be a finite number, not below 0`;
  }
  const metricId = textAt(context, 'id')?.slice(0, longestId) ?? null;
  // One rating for several vitals says nothing about any of them.
  const said = vitals.length === 1 ? ratings[textAt(context, 'rating') ?? ''] : undefined;
  const metadata = metadataOf(values, context, vitals, full);
  if (full) {
    addMore(metadata, place, time);
  }
  for (const name of vitals) {
    const vital = vitalOf.get(name);
    if (vital === undefined) {
      continue;
    }
    const value = Number(values[name]);
    request.batch.add(
      'performance_data',
      performanceRow(
        request.sender.columns.performance,
        { id: request.itemId(measured.firstRow + names.indexOf(name)), timestamp: time.timestamp },
        {
          metric_type: vital,
          metric_value: value,
          metric_unit: webVitalLimits[vital].unit,
          rating: said ?? rateWebVital(vital, value) ?? null,
          metric_id: metricId,
          metadata,
        }
      ),
      place.kind,
      place.index
    );
  }
  return undefined;
}

function isValue(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function metadataOf(values: JsonObject, context: JsonObject, vitals: readonly string[], full: boolean): JsonObject {
  const metadata: JsonObject = {};
  for (const key of Object.keys(context)) {
    if (key !== 'id' && key !== 'rating' && (full || attribution.has(key))) {
      metadata[key] = context[key];
    }
  }
  for (const name of Object.keys(values)) {
    // Names of values are as free as keys: only what looks like one is kept.
    if (!vitals.includes(name) && Number.isFinite(values[name]) && /^[a-z][\w.]{0,63}$/i.test(name)) {
      metadata[name] = values[name];
    }
  }
  return metadata;
}
