import { metricRow } from '../composeRows';
import { addMore, countItem, judgeItem, rejectItem, type IntakeItem } from '../intake/IntakeItem';
import { isJsonObject, textAt, type JsonObject } from '../JsonObject';
import { timeOf } from '../timeOf';
import { addVitals } from './addVitals';
import { forEachItem, freeAttributes, moreOf, type FaroRequest } from './FaroRequest';
import type { Measured } from './Measured';
import { unitOf } from './unitOf';

const longestName = 255;

/** `measurements` → `performance_data` for web vitals, else a row of `monitoring_metrics` for each value. */
export function mapMeasurements(request: FaroRequest, list: unknown): void {
  forEachItem(request, 'measurement', list, (item, index) => mapMeasurement(request, item, index));
}

function mapMeasurement(request: FaroRequest, item: JsonObject, index: number): string | undefined {
  const { values } = item;
  const type = textAt(item, 'type');
  if (type === undefined || type.length > longestName) {
    return `type must be a text of at most ${longestName} characters`;
  }
  if (!isJsonObject(values) || Object.keys(values).length === 0) {
    return 'values must be an object with at least one value';
  }
  const context = freeAttributes(item, 'context');
  if (context === undefined) {
    return 'context must be an object';
  }
  const { sender } = request;
  const isVitals = type === 'web-vitals';
  const place: IntakeItem = { kind: 'measurement', index, time: timeOf(item), more: moreOf(request, item) };
  const firstRow = request.rowCount;
  request.rowCount += Object.keys(values).length;
  const table = isVitals ? 'performance_data' : 'monitoring_metrics';
  const verdict = judgeItem(request, sender, place, table, 'performance');
  if (verdict === undefined) {
    return undefined;
  }
  const measured: Measured = { place, firstRow, values, context, time: verdict.time, full: verdict.full };
  const problem =
    sender.scrubber.attributes(context) ??
    (isVitals ? addVitals(request, measured) : addMetrics(request, measured, type));
  if (problem === undefined) {
    countItem(request, sender, place, verdict.full);
  } else {
    rejectItem(request, place, problem);
  }
  return undefined;
}

function addMetrics(request: FaroRequest, measured: Measured, type: string): string | undefined {
  const { columns, scrubber } = request.sender;
  const { place, values, context, time, full } = measured;
  const names = Object.keys(values);
  const wrong = names.find((name) => !Number.isFinite(values[name]) || name.length > longestName);
  if (wrong !== undefined) {
    return `values.${scrubber.text(wrong, 64)} must be a finite number`;
  }
  const unit = textAt(context, 'unit');
  const metadata: JsonObject = full ? context : {};
  metadata.measurement_type = scrubber.text(type);
  if (full) {
    addMore(metadata, place, time);
  }
  names.forEach((name, position) => {
    const row = metricRow(
      columns.performance,
      { id: request.itemId(measured.firstRow + position), timestamp: time.timestamp },
      {
        name: scrubber.text(name === type ? name : `${type}.${name}`, longestName),
        value: Number(values[name]),
        unit: unitOf(name, unit),
        metadata,
      }
    );
    request.batch.add('monitoring_metrics', row, place.kind, place.index);
  });
  return undefined;
}
