import { rateWebVital, webVitalLimits, type WebVital } from '../../../../src/contract/webVitals';
import { performanceRow } from '../composeRows';
import type { JsonObject } from '../JsonObject';
import type { Intake } from './Intake';
import { countItem, permitItem, rejectItem, type IntakeItem } from './IntakeItem';
import type { ItemSender } from './ItemSender';

/** A web vital as a client measured it. */
export interface VitalReport {
  vital: WebVital;
  /** Milliseconds; CLS has no unit. */
  value: unknown;
  /** The vital's own id: of several reports with one id, the newest counts. */
  metricId: string | null;
  metadata: JsonObject;
}

/** Adds a row of `performance_data`. */
export function addVital(intake: Intake, sender: ItemSender, item: IntakeItem, report: VitalReport): void {
  const permit = permitItem(intake, sender, item, 'performance_data', 'performance');
  if (permit === undefined) {
    return;
  }
  const { vital, value, metricId } = report;
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
    rejectItem(intake, item, `${vital} must be a finite number, not below 0`);
    return;
  }
  if (permit.full && sender.scrubber.attributes(report.metadata) !== undefined) {
    report.metadata = {};
  }
  const row = performanceRow(
    sender.columns.performance,
    { id: permit.id, timestamp: permit.time.timestamp },
    {
      metric_type: vital,
      metric_value: value,
      metric_unit: webVitalLimits[vital].unit,
      rating: rateWebVital(vital, value) ?? null,
      metric_id: metricId,
      metadata: permit.full ? report.metadata : {},
    }
  );
  intake.batch.add('performance_data', row, item.kind, item.index);
  countItem(intake, sender, item, permit.full);
}
