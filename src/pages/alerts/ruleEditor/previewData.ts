import {
  dateTime,
  FieldType,
  LoadingState,
  ThresholdsMode,
  type DataFrame,
  type FieldConfig,
  type PanelData,
  type Threshold,
} from '@grafana/data';
import type { MeasuredUnit } from '../../../contract/alerting/MeasuredUnit';
import type { AlertPreview, PreviewedInstance } from '../../../contract/resources/alertPreviews';
import type { Comparison } from '../../../contract/alerting/words';

/** Series that one chart can still be read with. */
const mostLines = 12;

const grafanaUnits: Record<MeasuredUnit, string> = {
  ms: 'ms',
  percent: 'percent',
  ratio: 'percentunit',
  score: 'none',
  count: 'short',
  'per second': 'cps',
  'per minute': 'cpm',
  days: 'd',
};

/** Labels as the name of a line. */
export function nameOfLabels(labels: Readonly<Record<string, string>>, subject: string | null = null): string {
  const names = Object.entries(labels).map(([name, value]) =>
    name === 'fingerprint' ? (subject ?? `error ${value.slice(0, 8)}`) : value === '' ? '(none)' : value
  );
  return names.length === 0 ? 'Value' : names.join(', ');
}

/** A preview as the data of a time series panel: the judged values as lines, would-be alerts as marked spans. */
export function previewData(preview: AlertPreview, unit: MeasuredUnit | undefined): PanelData {
  const from = dateTime(preview.from);
  const to = dateTime(preview.to);
  const times = preview.times.map((time) => Date.parse(time));
  const subjects = new Map(preview.instances.map(({ labels, subject }) => [JSON.stringify(labels), subject]));
  const series = preview.series.slice(0, mostLines).map(({ labels, values }): DataFrame => ({
    length: times.length,
    fields: [
      { name: 'time', type: FieldType.time, config: {}, values: times },
      {
        name: 'value',
        type: FieldType.number,
        config: {
          displayName: nameOfLabels(labels, subjects.get(JSON.stringify(labels))),
          ...(unit && { unit: grafanaUnits[unit] }),
        },
        values: [...values],
      },
    ],
  }));
  return {
    state: LoadingState.Done,
    series,
    annotations: [annotationsOf(preview.instances, to.valueOf())],
    timeRange: { from, to, raw: { from, to } },
  };
}

function annotationsOf(instances: readonly PreviewedInstance[], end: number): DataFrame {
  const column = (name: string, type: FieldType, values: unknown[]) => ({ name, type, config: {}, values });
  return {
    length: instances.length,
    meta: { custom: { resultType: 'seamark' } },
    fields: [
      column(
        'time',
        FieldType.time,
        instances.map(({ started_at }) => Date.parse(started_at))
      ),
      column(
        'timeEnd',
        FieldType.time,
        instances.map(({ ended_at }) => (ended_at === null ? end : Date.parse(ended_at)))
      ),
      column(
        'isRegion',
        FieldType.boolean,
        instances.map(() => true)
      ),
      column(
        'title',
        FieldType.string,
        instances.map(() => 'Would have fired')
      ),
      column(
        'text',
        FieldType.string,
        instances.map(({ labels, subject }) => nameOfLabels(labels, subject))
      ),
      column(
        'color',
        FieldType.string,
        instances.map(() => 'red')
      ),
    ],
  };
}

/** How the limit is drawn: a line, and what is beyond it shaded. Without a limit, nothing. */
export function limitConfig(
  limit: number | undefined,
  operator: Comparison,
  unit: MeasuredUnit | undefined
): FieldConfig {
  const base = unit ? { unit: grafanaUnits[unit] } : {};
  if (limit === undefined || !Number.isFinite(limit)) {
    return { ...base, custom: { thresholdsStyle: { mode: 'off' } } };
  }
  const isUp = operator.startsWith('>');
  const steps: Threshold[] = [
    { value: -Infinity, color: isUp ? 'transparent' : 'red' },
    { value: limit, color: isUp ? 'red' : 'transparent' },
  ];
  return {
    ...base,
    thresholds: { mode: ThresholdsMode.Absolute, steps },
    custom: {
      thresholdsStyle: { mode: 'line+area' },
      spanNulls: false,
      // The line is there to be dragged also where no value comes near it.
      ...(limit > 0 ? { axisSoftMax: limit * 1.1 } : { axisSoftMin: limit * 1.1 }),
    },
  };
}
