import { FieldType, getMinMaxAndDelta, type DataFrame, type FieldConfig, type FieldSparkline } from '@grafana/data';

/** How one big number is read out of a tile's answers. */
export interface Figure {
  /** The number over the whole range; undefined when there is nothing to say. */
  total: (frames: readonly DataFrame[]) => number | undefined;
  /** What follows the number (` of 4`). */
  suffix?: (frames: readonly DataFrame[]) => string;
  /** The query whose time series is drawn as a sparkline; none without. */
  seriesRefId?: string;
  /** The query whose field config (unit, thresholds) the number takes. */
  configRefId?: string;
  /** Where no query's config fits, for a number made of several. */
  config?: FieldConfig;
  /** What a rise means: colours the change. Without it none is shown. */
  rise?: 'good' | 'bad' | 'neutral';
}

const frameOf = (frames: readonly DataFrame[], refId: string) => frames.find((frame) => frame.refId === refId);

/** The number of a one-row table: the last field's value. Undefined without a row or when it is null. */
export function singleValue(frames: readonly DataFrame[], refId: string): number | undefined {
  const value: unknown = frameOf(frames, refId)?.fields.at(-1)?.values[0];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Field config that the server sent with a query's value. */
export function valueConfig(frames: readonly DataFrame[], refId: string): FieldConfig | undefined {
  return frameOf(frames, refId)?.fields.at(-1)?.config;
}

/** A query's time series as a sparkline; undefined with fewer than two points, for nothing could be drawn. */
export function sparklineOf(frames: readonly DataFrame[], refId: string): FieldSparkline | undefined {
  const frame = frameOf(frames, refId);
  const x = frame?.fields.find(({ type }) => type === FieldType.time);
  const y = frame?.fields.find(({ type }) => type === FieldType.number);
  return x && y && y.values.length > 1
    ? { x, y: { ...y, state: { ...y.state, range: getMinMaxAndDelta(y) } } }
    : undefined;
}

/** More than ten times as much: then there was as good as nothing, and the percentage says nothing. */
const mostPercent = 1000;

/** `now` against `then` in percent of `then`; undefined where there is nothing to compare with. */
export function changeOf(now: number | undefined, then: number | undefined): number | undefined {
  const change = now === undefined || then === undefined || then === 0 ? undefined : ((now - then) / then) * 100;
  return change === undefined || change > mostPercent ? undefined : change;
}
