/** Type of a field's values, in Grafana's words. Times are epoch milliseconds. */
export type FieldType = 'time' | 'number' | 'string' | 'boolean';

export interface FrameField {
  name: string;
  type: FieldType;
  /** What tells this series from its siblings; time series only. */
  labels?: Readonly<Record<string, string>>;
  /** Grafana's field config: `displayName`, `unit`, `thresholds`, … */
  config?: Readonly<Record<string, unknown>>;
  values: ReadonlyArray<number | string | boolean | null>;
}

/** A table of columns: what a query answers, before it is written as JSON or as Arrow. */
export interface Frame {
  name?: string;
  refId: string;
  meta?: Readonly<Record<string, unknown>>;
  fields: readonly FrameField[];
}
