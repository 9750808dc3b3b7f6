import type { DataFrame } from '@grafana/data';
import { describeLimit } from '../contract/alerting/describeCondition';
import { formatMeasured, measuredUnits } from '../contract/alerting/MeasuredUnit';
import { alertStatuses } from '../contract/alerting/alertStatuses';
import type { ShownAlert } from '../components/alerts/ShownAlert';
import { severities } from '../contract/severities';

/** Fields without which a row is no alert: those of single rows (format `logs`) of the kind `alerts`. */
const needed = ['timestamp', 'id', 'status', 'severity', 'title'];

/** The alerts in the answers of a datasource, newest first; undefined where none of them is about alerts. */
export function readAlerts(frames: readonly DataFrame[]): ShownAlert[] | undefined {
  const ours = frames.filter(({ fields }) => needed.every((name) => fields.some((field) => field.name === name)));
  if (ours.length === 0) {
    return undefined;
  }
  return ours.flatMap(alertsOf).sort((one, other) => Date.parse(other.created_at) - Date.parse(one.created_at));
}

function alertsOf(frame: DataFrame): ShownAlert[] {
  const columns = new Map(frame.fields.map((field) => [field.name, field.values as unknown[]]));
  return Array.from({ length: frame.length }, (_, row) => {
    const cell = (name: string): unknown => columns.get(name)?.[row] ?? null;
    const text = (name: string): string | null => {
      const value = cell(name);
      return value === null || value === '' ? null : String(value);
    };
    const number = (name: string): number | undefined => {
      const value = cell(name);
      return typeof value === 'number' ? value : undefined;
    };
    const time = (name: string): string | null => {
      const value = cell(name);
      return value === null ? null : new Date(value as number).toISOString();
    };
    const value = number('last_value');
    const limit = number('limit');
    const unit = measuredUnits.find((each) => each === cell('unit'));
    const subject = text('subject');
    return {
      id: String(cell('id')),
      title: text('title') ?? '',
      severity: severities.find((each) => each === cell('severity')) ?? 'medium',
      status: alertStatuses.find((each) => each === cell('status')) ?? 'active',
      labels: readLabels(cell('labels')),
      rule_name: text('alert_rule'),
      created_at: time('timestamp') ?? new Date(0).toISOString(),
      resolved_at: time('resolved_at'),
      version: number('version') ?? 0,
      firings: number('firings') ?? 0,
      acknowledged_login: text('acknowledged_by'),
      assigned_to: text('assigned_to'),
      ...(subject !== null && { triggered_data: { subject } }),
      measured: value === undefined ? undefined : formatMeasured(value, unit),
      limit: limit === undefined ? undefined : describeLimit(text('operator'), formatMeasured(limit, unit)),
    };
  });
}

/** Labels travel as JSON in a text; anything else is no labels. */
function readLabels(cell: unknown): Record<string, string> {
  let read: unknown = cell;
  if (typeof cell === 'string') {
    try {
      read = JSON.parse(cell);
    } catch {
      return {};
    }
  }
  return typeof read === 'object' && read !== null
    ? Object.fromEntries(Object.entries(read).map(([name, value]) => [name, String(value)]))
    : {};
}
