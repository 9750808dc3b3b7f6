import type { Frame } from '../../../../src/contract/query/Frame';
import { bucketStart, countBuckets } from '../chooseBucket';
import type { AggregatePlan } from '../QueryPlan';
import { QueryError } from '../QueryRunner';
import type { Cell, Cells } from '../QueryStore';
import { frameMeta } from './frameMeta';
import { seriesName } from './legend';
import { perSecond } from './perSecond';
import { valueConfig } from './valueConfig';

/** Points of one answer at most, over all its series. */
const mostPoints = 500_000;

/**
 * One frame a group, each with its own times (`timeseries-multi`), the group's values as labels. Counts are 0 where
 * nothing was; of the others such buckets are left out, so that an alert rule's "last" finds the last real value. The
 * first bucket may begin before the range: all are equally far apart, for Grafana takes the width of its bars from that.
 */
export function seriesFrames(refId: string, plan: AggregatePlan & { bucketMs: number }, found: Cells): Frame[] {
  const meta = frameMeta(plan, found);
  const series = plan.groupBy.length === 0 ? [found.cells] : byGroup(found.cells);
  if (series.length * countBuckets(plan.range, plan.bucketMs) > mostPoints) {
    throw new QueryError(`This would be more than ${mostPoints} points; lower "limit" or choose a longer interval`);
  }
  if (series.length === 0) {
    return [{ refId, meta, fields: seriesFields(plan, [], [], null) }];
  }
  return series.map((cells) => {
    const groups = plan.groupBy.length === 0 ? [] : (cells[0]?.groups ?? []);
    return {
      refId,
      name: seriesName(plan, groups),
      meta,
      fields: seriesFields(plan, groups, isCount(plan) ? filled(plan, cells) : cells, agreed(cells)),
    };
  });
}

function seriesFields(
  plan: AggregatePlan & { bucketMs: number },
  groups: readonly string[],
  cells: readonly Pick<Cell, 'bucket' | 'value'>[],
  unit: string | null
): Frame['fields'] {
  const { from } = plan.range;
  return [
    {
      name: 'time',
      type: 'time',
      config: { interval: plan.bucketMs },
      values: cells.map(({ bucket }) => bucket ?? from),
    },
    {
      name: 'value',
      type: 'number',
      ...(groups.length === 0 ? {} : { labels: labelsOf(plan, groups) }),
      config: valueConfig(plan, seriesName(plan, groups), unit),
      values: cells.map((cell) => perSecond(plan, cell)),
    },
  ];
}

function labelsOf(plan: AggregatePlan, groups: readonly string[]): Record<string, string> {
  return Object.fromEntries(plan.groupBy.map((field, index) => [field.name, groups[index] ?? '']));
}

/** Cells arrive group after group. */
function byGroup(cells: readonly Cell[]): Cell[][] {
  const series = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = JSON.stringify(cell.groups);
    const known = series.get(key);
    if (known === undefined) {
      series.set(key, [cell]);
    } else {
      known.push(cell);
    }
  }
  return [...series.values()];
}

function isCount({ calculation }: AggregatePlan): boolean {
  return calculation === 'count' || calculation === 'rate' || calculation.startsWith('uniques_');
}

function filled({ range, bucketMs }: AggregatePlan & { bucketMs: number }, cells: readonly Cell[]) {
  const values = new Map(cells.map((cell) => [cell.bucket, cell.value]));
  return Array.from({ length: countBuckets(range, bucketMs) }, (_, index) => {
    const bucket = bucketStart(range.from, bucketMs) + index * bucketMs;
    return { bucket, value: values.get(bucket) ?? 0 };
  });
}

/** The unit all cells agree on. */
function agreed(cells: readonly Cell[]): string | null {
  const units = new Set(cells.map((cell) => cell.unit));
  return units.size === 1 ? (cells[0]?.unit ?? null) : null;
}
