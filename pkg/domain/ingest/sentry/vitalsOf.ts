import { webVitals, type WebVital } from '../../../../src/contract/webVitals';
import { isJsonObject } from '../JsonObject';

const vitalNames = new Map<string, WebVital>(webVitals.map((vital) => [vital.toLowerCase(), vital]));
const factors = new Map(Object.entries({ second: 1000, microsecond: 0.001, nanosecond: 0.000001 }));

/** The web vitals among Sentry's `measurements` (`{lcp: {value, unit}}`), in milliseconds; CLS without unit. */
export function vitalsOf(measurements: unknown): Array<{ vital: WebVital; value: unknown }> {
  if (!isJsonObject(measurements)) {
    return [];
  }
  return Object.keys(measurements).flatMap((name) => {
    const vital = vitalNames.get(name);
    const measured = measurements[name];
    if (vital === undefined || !isJsonObject(measured)) {
      return [];
    }
    const { value, unit } = measured;
    const factor = typeof unit === 'string' ? (factors.get(unit) ?? 1) : 1;
    return [{ vital, value: typeof value === 'number' ? value * factor : value }];
  });
}
