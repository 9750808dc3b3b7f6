import { metricRow } from '../composeRows';
import { isJsonObject, textAt, type JsonObject } from '../JsonObject';
import { timeOf } from '../timeOf';
import { addShared, forEachItem, freeAttributes, type FaroRequest } from './FaroRequest';
import { addVitals } from './addVitals';
import type { Measured } from './Measured';
import { unitOf } from './unitOf';

const longestName = 255;

/** `measurements` → `performance_data` for web vitals, else a row of `monitoring_metrics` for each value. */
export function mapMeasurements(request: FaroRequest, list: unknown): void {
  forEachItem(request, 'measurement', list, (item, index) => {
    const problem = mapMeasurement(request, item, index);
    if (problem !== undefined) {
      request.batch.reject('measurement', index, problem);
    }
  });
}

function mapMeasurement(request: FaroRequest, item: JsonObject, index: number): string | undefined {
  const values = item.values;
  const firstRow = request.rowCount;
  request.rowCount += isJsonObject(values) ? Math.max(1, Object.keys(values).length) : 1;
  const type = textAt(item, 'type');
  if (type === undefined || type.length > longestName) {
    return `type must be a text of at most ${longestName} characters`;
  }
  if (!isJsonObject(values) || Object.keys(values).length === 0) {
    return 'values must be an object with at least one value';
  }
  const isVitals = type === 'web-vitals';
  const time = request.clock.place(timeOf(item), isVitals ? 'performance_data' : 'monitoring_metrics');
  if (typeof time === 'string') {
    return time;
  }
  const { treatment, reason } = request.treatments.performance;
  if (treatment === 'drop') {
    request.batch.drop(reason);
    return undefined;
  }
  const context = freeAttributes(request, item, 'context');
  if (typeof context === 'string') {
    return context;
  }
  return isVitals
    ? addVitals(request, { item, index, firstRow, values, context, time })
    : addMetrics(request, { item, index, firstRow, values, context, time, type });
}

function addMetrics(request: FaroRequest, measured: Measured & { type: string }): string | undefined {
  const { batch, scrubber, senders } = request;
  const { item, index, values, context, time, type } = measured;
  const names = Object.keys(values);
  const wrong = names.find((name) => !Number.isFinite(values[name]) || name.length > longestName);
  if (wrong !== undefined) {
    return `values.${scrubber.text(wrong, 64)} must be a finite number`;
  }
  const full = request.treatments.performance.treatment === 'full';
  const unit = textAt(context, 'unit');
  const metadata: JsonObject = full ? context : {};
  metadata.measurement_type = scrubber.text(type);
  if (full) {
    addShared(request, metadata, item, time.original);
  }
  names.forEach((name, position) => {
    batch.add(
      'monitoring_metrics',
      metricRow(
        senders.performance,
        { id: request.itemId(measured.firstRow + position), timestamp: time.timestamp },
        {
          name: scrubber.text(name === type ? name : `${type}.${name}`, longestName),
          value: Number(values[name]),
          unit: unitOf(name, unit),
          metadata,
        }
      ),
      'measurement',
      index
    );
  });
  batch.accept('measurement');
  return undefined;
}
