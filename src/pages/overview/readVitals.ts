import type { DataFrame } from '@grafana/data';
import { singleValue } from '../../components/Figure';
import { ratingShares, type RatingShares } from '../../components/ratingShares';
import { webVitals, type WebVital } from '../../contract/webVitals';

export interface VitalReading {
  /** In the vital's own unit. */
  p75: number;
  /** Undefined when no page view was rated. */
  shares: RatingShares | undefined;
}

/** What the queries of the strip say about each vital; a vital that was not measured is absent. */
export function readVitals(frames: readonly DataFrame[]): Partial<Record<WebVital, VitalReading>> {
  const readings: Partial<Record<WebVital, VitalReading>> = {};
  for (const metric of webVitals) {
    const p75 = singleValue(frames, `p75-${metric}`);
    if (p75 !== undefined) {
      readings[metric] = { p75, shares: ratingShares(frames.find(({ refId }) => refId === `ratings-${metric}`)) };
    }
  }
  return readings;
}
