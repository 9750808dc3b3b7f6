import type { RawTable } from '../../domain/ingest/rows';
import { day } from '../../lib/duration';

/** A table that holds one UTC day of a raw table, or held it until its removal was begun. */
export interface DayPartition {
  parent: RawTable;
  /** `performance_data_20261123`, in schema `raw`. */
  name: string;
  /** `pending`: a removal was cut short; `detached`: only the drop is missing. */
  state: 'attached' | 'pending' | 'detached';
}

/**
 * Those of which even the last instant is older than what is kept.
 * @param retention of each raw table, the longest of any organisation, milliseconds
 */
export function expiredPartitions(
  partitions: readonly DayPartition[],
  retention: Readonly<Record<RawTable, number>>,
  now: number
): DayPartition[] {
  return partitions.filter(({ name, parent }) => {
    const start = startOf(name);
    return start !== undefined && start + day <= now - retention[parent];
  });
}

function startOf(name: string): number | undefined {
  const match = /_(\d{4})(\d{2})(\d{2})$/.exec(name);
  const start = match ? Date.parse(`${match[1]}-${match[2]}-${match[3]}T00:00:00Z`) : NaN;
  return Number.isNaN(start) ? undefined : start;
}
