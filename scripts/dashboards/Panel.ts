import type { Query } from '../../src/contract/query/Query';

export interface Override {
  matcher: { id: 'byName' | 'byFrameRefID'; options: string };
  properties: Array<{ id: string; value: unknown }>;
}

export interface DataLink {
  title: string;
  url: string;
}

/** A panel before it has a place: what it asks and how it draws. Sizes are in Grafana's grid of 24 columns. */
export interface Panel {
  type: 'timeseries' | 'stat' | 'table' | 'logs' | 'state-timeline' | 'barchart' | 'bargauge';
  title: string;
  /** What is counted, in which unit, over what. */
  description: string;
  width: number;
  height: number;
  queries: Query[];
  options?: Record<string, unknown>;
  /** Beyond what the server sends with the data: unit, name and thresholds are its own. */
  defaults?: Record<string, unknown>;
  overrides?: Override[];
  transformations?: Array<{ id: string; options: Record<string, unknown> }>;
  links?: DataLink[];
  /** Points of a time series at most. */
  maxDataPoints?: number;
}
