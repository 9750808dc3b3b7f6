import { metricRow } from '../composeRows';
import type { JsonObject } from '../JsonObject';
import type { Intake } from './Intake';
import { addMore, countItem, permitItem, rejectItem, type IntakeItem } from './IntakeItem';
import type { ItemSender } from './ItemSender';

const longestName = 255;
const longestUnit = 32;

/** A measured value, not clean yet. */
export interface MetricReport {
  name: string;
  value: unknown;
  unit: string;
  /** Cleaned in place; kept only with consent. */
  metadata: JsonObject;
}

/** Adds a row of `monitoring_metrics`. */
export function addMetric(intake: Intake, sender: ItemSender, item: IntakeItem, report: MetricReport): void {
  const permit = permitItem(intake, sender, item, 'monitoring_metrics', 'performance');
  if (permit === undefined) {
    return;
  }
  const { scrubber } = sender;
  if (typeof report.value !== 'number' || !Number.isFinite(report.value)) {
    rejectItem(intake, item, 'value must be a finite number');
    return;
  }
  const problem = permit.full ? scrubber.attributes(report.metadata) : undefined;
  if (problem !== undefined) {
    rejectItem(intake, item, problem);
    return;
  }
  const metadata = permit.full ? report.metadata : {};
  if (permit.full) {
    addMore(metadata, item, permit.time);
  }
  const row = metricRow(
    sender.columns.performance,
    { id: permit.id, timestamp: permit.time.timestamp },
    {
      name: scrubber.text(report.name, longestName),
      value: report.value,
      unit: scrubber.text(report.unit, longestUnit),
      metadata,
    }
  );
  intake.batch.add('monitoring_metrics', row, item.kind, item.index);
  countItem(intake, sender, item, permit.full);
}
