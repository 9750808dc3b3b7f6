import { webVitalLimits, type WebVital } from '../contract/webVitals';

/** What each vital measures, in words for somebody who does not live in them. */
export const vitalTexts: Record<WebVital, { name: string; meaning: string }> = {
  LCP: { name: 'Largest Contentful Paint', meaning: 'How long until the largest element of the page is drawn.' },
  INP: { name: 'Interaction to Next Paint', meaning: 'How long until the page reacts to a click, a tap or a key.' },
  CLS: { name: 'Cumulative Layout Shift', meaning: 'How far the content jumps while the page is open.' },
  FCP: { name: 'First Contentful Paint', meaning: 'How long until the page draws anything at all.' },
  TTFB: { name: 'Time to First Byte', meaning: 'How long until the server begins to answer.' },
};

/** A vital's value with its unit as a person reads it: `1.84 s`, `180 ms`, `0.081`. */
export function formatVital(metric: WebVital, value: number): string {
  if (webVitalLimits[metric].unit === 'score') {
    return String(Number(value.toFixed(3)));
  }
  return value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${Math.round(value)} ms`;
}

/** The two limits in words: `good up to 2.50 s, poor above 4.00 s`. */
export function limitsText(metric: WebVital): string {
  const { good, poor } = webVitalLimits[metric];
  return `good up to ${formatVital(metric, good)}, poor above ${formatVital(metric, poor)}`;
}
