import { addMetric, type MetricReport } from '../intake/addMetric';
import type { Intake } from '../intake/Intake';
import type { ItemSender } from '../intake/ItemSender';
import { addAttribute, isJsonObject, textAt, type JsonObject } from '../JsonObject';
import { flattenAttributes } from './flattenAttributes';
import type { MapOtlpItem } from './MapOtlpItem';
import { nanoTime } from './nanoTime';
import { countPoints, listOf, pointHolders } from './pointsOf';
import { unitOfOtlp } from './unitOfOtlp';

const mostBuckets = 200;
const temporalities = [undefined, 'delta', 'cumulative'];

/**
 * A metric → `monitoring_metrics`. A point of a gauge or sum is one row; of a histogram `<name>.count`, `.sum` and
 * `.avg`, with its buckets beside the count; of a summary also a row for each quantile, such as `<name>.p99`.
 */
export const mapMetric: MapOtlpItem = (intake, senders, group, metric, index) => {
  const name = textAt(metric, 'name');
  const holder = pointHolders.find((kind) => isJsonObject(metric[kind]));
  if (name === undefined || holder === undefined) {
    return name === undefined ? 'name must be a text' : `a metric needs one of ${pointHolders.join(', ')}`;
  }
  const part = metric[holder] as JsonObject;
  const unit = unitOfOtlp(textAt(metric, 'unit'), holder);
  listOf(part).forEach((point, position) => {
    if (!isJsonObject(point)) {
      intake.rowCount += 1;
      intake.batch.reject('metric', index + position, 'a data point must be an object');
      return;
    }
    const attributes = flattenAttributes(point.attributes);
    const sender = senders.of(group, attributes, true);
    addAttribute(attributes, 'service_name', textAt(group.resource, 'service.name'));
    addAttribute(attributes, 'scope_name', group.scopeName);
    addAttribute(attributes, 'metric_type', holder);
    addAttribute(attributes, 'temporality', temporalities[Number(part.aggregationTemporality)]);
    const reports =
      holder === 'gauge' || holder === 'sum'
        ? [{ name, value: numberOf(point.asDouble) ?? numberOf(point.asInt), unit }]
        : distributionOf(name, unit, point);
    addAll(intake, sender, { index: index + position, time: nanoTime(point.timeUnixNano) }, reports, attributes);
  });
  // Two kinds in one metric: what is not its own is refused.
  const more = countPoints(metric) - listOf(part).length;
  if (more > 0) {
    intake.batch.reject('metric', index + listOf(part).length, `a metric is of one kind, this is a ${holder}`, more);
  }
  return undefined;
};

type Measured = Omit<MetricReport, 'metadata'> & { buckets?: JsonObject };

function distributionOf(name: string, unit: string, point: JsonObject): Measured[] {
  const count = numberOf(point.count);
  const sum = numberOf(point.sum);
  const reports: Measured[] = [{ name: `${name}.count`, value: count, unit: 'count', buckets: bucketsOf(point) }];
  if (sum !== undefined) {
    reports.push({ name: `${name}.sum`, value: sum, unit });
    if (count !== undefined && count > 0) {
      reports.push({ name: `${name}.avg`, value: sum / count, unit });
    }
  }
  const quantiles = Array.isArray(point.quantileValues) ? (point.quantileValues as unknown[]) : [];
  for (const entry of quantiles.slice(0, mostBuckets)) {
    const quantile = isJsonObject(entry) ? numberOf(entry.quantile) : undefined;
    if (isJsonObject(entry) && quantile !== undefined && quantile >= 0 && quantile <= 1) {
      reports.push({ name: `${name}.p${Number((quantile * 100).toFixed(3))}`, value: numberOf(entry.value), unit });
    }
  }
  return reports;
}

function bucketsOf(point: JsonObject): JsonObject {
  const buckets: JsonObject = {};
  const { bucketCounts: counts, explicitBounds: bounds } = point;
  if (Array.isArray(counts) && Array.isArray(bounds) && counts.length <= mostBuckets && bounds.length < mostBuckets) {
    addAttribute(
      buckets,
      'bucket_counts',
      counts.map((value) => numberOf(value) ?? null)
    );
    addAttribute(
      buckets,
      'bucket_bounds',
      bounds.map((value) => numberOf(value) ?? null)
    );
  }
  addAttribute(buckets, 'min', numberOf(point.min));
  addAttribute(buckets, 'max', numberOf(point.max));
  return buckets;
}

function addAll(
  intake: Intake,
  sender: ItemSender,
  { index, time }: { index: number; time: number | undefined },
  reports: readonly Measured[],
  attributes: JsonObject
): void {
  // Without its first number a point is refused, and nothing of it stored.
  const usable = reports[0]?.value === undefined ? reports.slice(0, 1) : reports;
  usable.forEach(({ buckets, ...report }, position) => {
    const metadata = { ...attributes, ...buckets };
    addMetric(intake, sender, { kind: 'metric', index, time, isPart: position > 0 }, { ...report, metadata });
  });
}

/** A number, or a 64-bit integer that came as text. */
function numberOf(value: unknown): number | undefined {
  if (typeof value === 'string' && /^-?\d{1,20}$/.test(value)) {
    return Number(value);
  }
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
