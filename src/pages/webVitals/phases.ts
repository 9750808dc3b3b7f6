import type { DataFrame } from '@grafana/data';
import { variableFilters } from '../../api/variableFilters';
import type { Query } from '../../contract/query/Query';
import type { WebVital } from '../../contract/webVitals';

/** One of the parts that a vital's time is made of, in the order in which they happen. */
export interface Phase {
  field: string;
  title: string;
}

const phase = (key: string, title: string): Phase => ({ field: `metadata.${key}`, title });

/** The parts of each vital as web-vitals and Faro name them; CLS is no time and has none. */
export const phases: Record<WebVital, readonly Phase[]> = {
  LCP: [
    phase('time_to_first_byte', 'Waiting for the server'),
    phase('resource_load_delay', 'Until the element’s file is asked for'),
    phase('resource_load_duration', 'Loading that file'),
    phase('element_render_delay', 'Until it is drawn'),
  ],
  INP: [
    phase('input_delay', 'Until the page listens'),
    phase('processing_duration', 'The page’s own code'),
    phase('presentation_delay', 'Until the next frame is drawn'),
  ],
  FCP: [phase('time_to_first_byte', 'Waiting for the server'), phase('first_byte_to_fcp', 'Until something is drawn')],
  TTFB: [
    phase('waiting_duration', 'Waiting and redirects'),
    phase('cache_duration', 'Looking into the cache'),
    phase('dns_duration', 'Finding the address'),
    phase('connection_duration', 'Connecting'),
    phase('request_duration', 'The server’s answer'),
  ],
  CLS: [],
};

/** Different values of a phase that are asked for; times are hardly ever equal, so this is about as many page views. */
const mostValues = 5000;

/** How often each value of each phase occurred: out of it comes an exact mean. */
export function phaseQueries(metric: WebVital): Query[] {
  return phases[metric].map(({ field }) => ({
    refId: field,
    kind: 'performance',
    metric,
    calculation: 'count',
    groupBy: [field],
    format: 'table',
    limit: mostValues,
    filters: variableFilters('performance'),
  }));
}

/**
 * Mean of a phase in milliseconds over the page views that a frame of values and counts holds. A page view without the
 * phase spent no time in it: SDKs leave zeros out. Means, not percentiles, for only those add up to the whole.
 */
export function meanOfPhase(frame: DataFrame | undefined): number | undefined {
  const texts: unknown[] = frame?.fields[0]?.values ?? [];
  const counts: unknown[] = frame?.fields[1]?.values ?? [];
  let sum = 0;
  let samples = 0;
  let known = false;
  texts.forEach((text, row) => {
    const count = Number(counts[row] ?? 0);
    const value = text === '' || text === null ? 0 : Number(text);
    if (Number.isFinite(value) && count > 0) {
      known ||= text !== '' && text !== null;
      sum += value * count;
      samples += count;
    }
  });
  return known ? sum / samples : undefined;
}
