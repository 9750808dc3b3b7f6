import type {
  ComparedTrendCondition,
  PatternCondition,
  SteadyTrendCondition,
  ThresholdCondition,
} from '../../../contract/alerting/conditions';
import { formatMeasured, unitOfQuery, type MeasuredUnit } from '../../../contract/alerting/MeasuredUnit';
import { unitOfCondition } from '../../../contract/alerting/unitOfCondition';
import { fieldsOf } from '../../../contract/query/fields';
import { isDataKind } from '../../../contract/query/isDataKind';
import type { Filter, Query } from '../../../contract/query/Query';
import type { AlertRuleDetail } from '../../../contract/resources/alertRules';

/** What a chart around an alert shows. */
export interface AlertSeries {
  query: Query;
  /** Seconds that a point stands for at least: the rule's window, so that points are what was judged. */
  pointSeconds: number;
  /** Drawn as a line; null where the limit is not about the values themselves. */
  limit: { value: number; isUpper: boolean } | null;
  unit: MeasuredUnit | undefined;
  /** What a person must know to read it. */
  note: string | null;
}

type Rule = Pick<AlertRuleDetail, 'condition_type' | 'condition_config'>;
type Labels = Readonly<Record<string, string>>;
type Measured = Pick<Query, 'kind' | 'metric' | 'calculation' | 'groupBy' | 'filters' | 'includeBots'>;

/**
 * The series that a rule looked at for one set of labels; undefined where there is none that a chart could show.
 * @param mayReadText whether the person may filter by what visitors' errors say
 */
export function seriesOf(rule: Rule, labels: Labels, mayReadText: boolean): AlertSeries | undefined {
  const config = rule.condition_config;
  switch (rule.condition_type) {
    case 'threshold': {
      const { query, window_minutes, operator, value } = config as ThresholdCondition;
      const limit = { value, isUpper: operator.startsWith('>') };
      return { ...drawn(query, labels, window_minutes * 60), limit, unit: unitOfCondition(rule), note: null };
    }
    case 'trend':
      return trend(config as ComparedTrendCondition | SteadyTrendCondition, labels);
    case 'pattern':
      return pattern(config as PatternCondition, labels, mayReadText);
  }
}

function trend(config: ComparedTrendCondition | SteadyTrendCondition, labels: Labels): AlertSeries {
  const note =
    'direction' in config
      ? `The limit is about the slope: ${formatMeasured(config.min_change_percent, 'percent')} a window.`
      : `The limit is about the change: ${formatMeasured(config.value, config.change === 'percent' ? 'percent' : unitOfQuery(config.query))}.`;
  return {
    ...drawn(config.query, labels, config.window_minutes * 60),
    limit: null,
    unit: unitOfQuery(config.query),
    note,
  };
}

function pattern(config: PatternCondition, labels: Labels, mayReadText: boolean): AlertSeries | undefined {
  const errors: Measured = { kind: 'errors', calculation: 'count' };
  const counted = { limit: null, unit: 'count' as const, note: null };
  switch (config.kind) {
    case 'message': {
      const filters: Filter[] = mayReadText ? [{ field: 'error_message', operator: '=~', value: config.regex }] : [];
      const note = mayReadText ? null : 'All errors: those that match are shown to Editors.';
      return { ...drawn({ ...errors, filters }, labels, 60), ...counted, note };
    }
    case 'new_group':
    case 'regressed':
    case 'spread':
      return { ...drawn(errors, labels, 60), ...counted };
    case 'sequence': {
      const begun: Measured = { kind: 'events', calculation: 'count', filters: config.a.filters };
      return { ...drawn(begun, labels, 60), ...counted, note: 'Events that begin the sequence.' };
    }
    case 'rate': {
      const limit = { value: config.per_minute_above, isUpper: true };
      return { ...drawn({ ...config.query, calculation: 'count' }, labels, 60), limit, unit: 'per minute', note: null };
    }
    case 'absence':
      return { ...drawn({ ...config.query, calculation: 'count' }, labels, 60), ...counted };
    case 'health': {
      const filters: Filter[] =
        config.service_name === '*' ? [] : [{ field: 'service_name', operator: '=', value: config.service_name }];
      const results: Measured = { kind: 'health', calculation: 'count', groupBy: ['status'], filters };
      return { ...drawn(results, labels, 60), ...counted, note: 'Results of the health checks by their status.' };
    }
    case 'certificate':
      return undefined;
  }
}

/** The query with the labels of one group as filters instead of the grouping. */
function drawn(query: Measured, labels: Labels, pointSeconds: number): Pick<AlertSeries, 'query' | 'pointSeconds'> {
  const { groupBy = [], filters = [], ...measured } = query;
  const isGroup = (name: string) => groupBy.includes(name) || isFieldOf(query.kind, name);
  const ofGroup = Object.entries(labels)
    .filter(([name]) => isGroup(name) && !filters.some(({ field, operator }) => field === name && operator === '='))
    .map(([field, value]): Filter => ({ field, operator: '=', value }));
  const rest = groupBy.filter((name) => !Object.hasOwn(labels, name));
  return {
    query: {
      refId: 'series',
      ...measured,
      format: 'time_series',
      filters: [...filters, ...ofGroup],
      ...(rest.length > 0 && { groupBy: rest }),
    },
    pointSeconds,
  };
}

/** A rule's own labels may be named as it likes: one called `team` is no field, one called `app` would be. */
function isFieldOf(kind: string, name: string): boolean {
  return (
    isDataKind(kind) &&
    ['app', 'fingerprint', 'service_name'].includes(name) &&
    fieldsOf(kind).some((field) => field.name === name)
  );
}
