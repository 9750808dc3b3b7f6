import { isJsonObject, type JsonObject } from '../JsonObject';

/** The parts of a metric that may hold its data points, one of them a metric. */
export const pointHolders = ['gauge', 'sum', 'histogram', 'exponentialHistogram', 'summary'] as const;
export type PointHolder = (typeof pointHolders)[number];

/** The data points of a metric, whatever its kind; what is no object is left out. */
export function pointsOf(metric: JsonObject): JsonObject[] {
  return pointHolders.flatMap((holder) => {
    const part = metric[holder];
    return isJsonObject(part) && Array.isArray(part.dataPoints) ? part.dataPoints.filter(isJsonObject) : [];
  });
}
