import { healthRow } from '../composeRows';
import type { JsonObject } from '../JsonObject';
import type { Intake } from './Intake';
import { countItem, rejectItem, type IntakeItem } from './IntakeItem';
import type { ItemSender } from './ItemSender';

const longestName = 255;

/** What a service says of itself. */
export interface HealthReport {
  serviceName: string;
  status: 'healthy' | 'degraded' | 'down';
  responseTimeMs: number | null;
  lastError: string | null;
  metadata: JsonObject;
}

/** Adds a row of `system_health`: only for a service's key, and without asking for consent, for it is about no person. */
export function addHealth(intake: Intake, sender: ItemSender, item: IntakeItem, report: HealthReport): void {
  const id = intake.itemId(intake.rowCount++);
  if (intake.reception.app.keyScope !== 'server') {
    rejectItem(intake, item, 'a browser key may not write health');
    return;
  }
  const time = intake.clock.place(item.time, 'system_health');
  const problem = typeof time === 'string' ? time : sender.scrubber.attributes(report.metadata);
  if (typeof time === 'string' || problem !== undefined) {
    rejectItem(intake, item, problem ?? '');
    return;
  }
  const row = healthRow(
    sender.columns.performance,
    { id, timestamp: time.timestamp },
    {
      service_name: sender.scrubber.text(report.serviceName, longestName),
      status: report.status,
      response_time_ms: report.responseTimeMs,
      error_rate: null,
      last_error: report.lastError === null ? null : sender.scrubber.text(report.lastError),
      metadata: report.metadata,
    }
  );
  intake.batch.add('system_health', row, item.kind, item.index);
  countItem(intake, sender, item, false);
}
