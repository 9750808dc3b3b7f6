/** Core and supplementary Web Vitals in the order in which pages show them. */
export const webVitals = ['LCP', 'INP', 'CLS', 'FCP', 'TTFB'] as const;
export type WebVital = (typeof webVitals)[number];

export const ratings = ['good', 'needs_improvement', 'poor'] as const;
export type Rating = (typeof ratings)[number];

/**
 * Limits at the 75th percentile as web.dev publishes them: a value up to `good` is good, above `poor` is poor.
 * Milliseconds, except CLS, which is a score without unit.
 */
export const webVitalLimits: Record<WebVital, { good: number; poor: number; unit: 'ms' | 'score' }> = {
  LCP: { good: 2500, poor: 4000, unit: 'ms' },
  INP: { good: 200, poor: 500, unit: 'ms' },
  CLS: { good: 0.1, poor: 0.25, unit: 'score' },
  FCP: { good: 1800, poor: 3000, unit: 'ms' },
  TTFB: { good: 800, poor: 1800, unit: 'ms' },
};

/** Whether a metric name is one of the five vitals. */
export function isWebVital(name: string): name is WebVital {
  return Object.hasOwn(webVitalLimits, name);
}

/** The rating of one value; a value equal to a limit belongs to the better side. Undefined for other metrics. */
export function rateWebVital(name: string, value: number): Rating | undefined {
  if (!isWebVital(name)) {
    return undefined;
  }
  const { good, poor } = webVitalLimits[name];
  return value <= good ? 'good' : value <= poor ? 'needs_improvement' : 'poor';
}
