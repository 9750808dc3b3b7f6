import { isJsonObject, type JsonObject } from '../JsonObject';

/** The parts of a metric that may hold its data points, one of them a metric. */
export const pointHolders = ['gauge', 'sum', 'histogram', 'exponentialHistogram', 'summary'] as const;
export type PointHolder = (typeof pointHolders)[number];

/** The data points of a metric, whatever its kind; what is no object is left out. */
export function pointsOf(metric: JsonObject): JsonObject[] {
  return pointHolders.flatMap((holder) => listOf(metric[holder]).filter(isJsonObject));
}

/** How many data points a metric has, also such as are none. */
export function countPoints(metric: JsonObject): number {
  return pointHolders.reduce((sum, holder) => sum + listOf(metric[holder]).length, 0);
}

/** What stands in the list of a holder. */
export function listOf(part: unknown): readonly unknown[] {
  return isJsonObject(part) && Array.isArray(part.dataPoints) ? part.dataPoints : [];
}
