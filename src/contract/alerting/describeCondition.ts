import type { AlertRule } from '../entities/AlertRule';
import {
  describeBots,
  describeFilters,
  describeGroups,
  describeMeasure,
  describeRows,
} from '../query/describeDataQuery';
import type { Filter } from '../query/Query';
import type {
  ComparedTrendCondition,
  ConditionQuery,
  PatternCondition,
  SteadyTrendCondition,
  ThresholdCondition,
} from './conditions';
import { describeDuration } from './describeDuration';
import { formatMeasured, unitOfQuery } from './MeasuredUnit';
import { comparisons, type ComparedWindow, type Comparison } from './words';

const comparisonWords: Record<Comparison, string> = {
  '>': 'is above',
  '>=': 'is at least',
  '<': 'is below',
  '<=': 'is at most',
};

const changeWords: Record<Comparison, string> = {
  '>': 'by more than',
  '>=': 'by at least',
  '<': 'by less than',
  '<=': 'by at most',
};

const comparedWords: Record<ComparedWindow, string> = {
  previous_window: 'against the window before',
  same_time_yesterday: 'against the same time yesterday',
  same_time_last_week: 'against the same time last week',
};

/**
 * The condition of a rule in one sentence without a full stop, as in "p75 of LCP by page over 5 min is above 2.5 s". One
 * that is not filled in yet shows `…` for what is missing.
 */
export function describeCondition({
  condition_type,
  condition_config,
}: Pick<AlertRule, 'condition_type' | 'condition_config'>): string {
  switch (condition_type) {
    case 'threshold':
      return threshold(condition_config as Partial<ThresholdCondition>);
    case 'trend':
      return 'direction' in condition_config
        ? steady(condition_config as Partial<SteadyTrendCondition>)
        : compared(condition_config as Partial<ComparedTrendCondition>);
    case 'pattern':
      return pattern(condition_config as Draft);
  }
}

/** A pattern of which any part may be missing. */
type Draft = PatternCondition extends infer P
  ? P extends { kind: infer K }
    ? { kind: K } & Partial<P>
    : never
  : never;

function threshold({ query, window_minutes, operator, value, for_minutes }: Partial<ThresholdCondition>): string {
  const limit = value === undefined ? '…' : formatMeasured(value, query && unitOfQuery(query));
  const holds = operator === undefined ? 'is …' : comparisonWords[operator];
  return `${subject(query)} over ${minutes(window_minutes)} ${holds} ${limit}${lasting(for_minutes)}${rows(query)}`;
}

function compared(config: Partial<ComparedTrendCondition>): string {
  const { query, window_minutes, compare, change, operator = '>', value, for_minutes } = config;
  const unit = change === 'percent' ? 'percent' : query && unitOfQuery(query);
  const falls = operator.startsWith('<') && (value ?? 0) <= 0;
  const words = falls ? changeWords[operator === '<' ? '>' : '>='] : changeWords[operator];
  const size = value === undefined ? '…' : formatMeasured(falls ? -value : value, unit);
  const against = compare === undefined ? 'against …' : comparedWords[compare];
  const moves = `${falls ? 'falls' : 'rises'} ${words} ${size}`;
  return `${subject(query)} over ${minutes(window_minutes)} ${moves} ${against}${lasting(for_minutes)}${rows(query)}`;
}

function steady({
  query,
  window_minutes,
  windows,
  direction,
  min_change_percent,
}: Partial<SteadyTrendCondition>): string {
  const moves = direction === 'fall' ? 'falls' : 'rises';
  const size = min_change_percent === undefined ? '…' : formatMeasured(min_change_percent, 'percent');
  const span = `${windows ?? '…'} windows of ${minutes(window_minutes)}`;
  return `${subject(query)} ${moves} steadily over ${span}, by more than ${size} a window${rows(query)}`;
}

function pattern(config: Draft): string {
  switch (config.kind) {
    case 'message': {
      const users = config.min_users ? ` or for ${config.min_users} users` : '';
      const where = config.in_stack ? 'message or stack' : 'message';
      return `errors whose ${where} matches ${config.regex || '…'} come ${times(config.min_count)}${users} in ${minutes(config.window_minutes)}`;
    }
    case 'new_group':
      return `a new error${atLeast(config.min_severity)} is seen`;
    case 'regressed':
      return `a resolved error${atLeast(config.min_severity)} comes back`;
    case 'spread':
      return `an error reaches ${config.min ?? '…'} ${config.by ?? '…'} in ${minutes(config.window_minutes)}`;
    case 'sequence':
      return `${times(config.min_count)} in ${minutes(config.window_minutes)}, an event${filtersOf(config.a?.filters)} is ${
        config.expect_b ? '' : 'not '
      }followed by one${filtersOf(config.b?.filters)} within ${minutes(config.within_minutes)}`;
    case 'rate': {
      const limit = config.per_minute_above === undefined ? '…' : formatMeasured(config.per_minute_above, 'per minute');
      return `${counted(config.query)} over ${minutes(config.window_minutes)} are above ${limit}${rows(config.query)}`;
    }
    case 'absence': {
      const seen = config.only_if_seen_yesterday === false ? '' : ', although there were some at that time yesterday';
      return `no ${counted(config.query)} for ${minutes(config.for_minutes)}${rows(config.query)}${seen}`;
    }
    case 'health': {
      const which = config.service_name === '*' ? 'any service' : `service ${config.service_name || '…'}`;
      const results = (config.for_results ?? 1) > 1 ? ` for ${config.for_results} results` : '';
      return `${which} is ${config.status ?? '…'}${results}`;
    }
    case 'certificate':
      return `a certificate expires in less than ${formatMeasured(config.days ?? Number.NaN, 'days').replace('NaN', '…')}`;
    default:
      return (config as { kind?: unknown }).kind === 'external'
        ? 'another system says so'
        : 'a pattern that this version does not know';
  }
}

function subject(query: ConditionQuery | undefined): string {
  return query === undefined ? '…' : describeMeasure(query) + describeGroups(query.groupBy);
}

function counted(query: ConditionQuery | undefined): string {
  return query === undefined ? '…' : describeRows(query) + describeGroups(query.groupBy);
}

function rows(query: ConditionQuery | undefined): string {
  return query === undefined ? '' : describeFilters(query.filters) + describeBots(query);
}

function filtersOf(filters: readonly Filter[] | undefined): string {
  return describeFilters(filters).replace(/^, where/, ' where');
}

function minutes(count: number | undefined): string {
  return count === undefined ? '…' : describeDuration(count * 60);
}

function lasting(forMinutes: number | undefined): string {
  return forMinutes ? ` for ${minutes(forMinutes)}` : '';
}

function times(count = 1): string {
  return count === 1 ? 'once' : `${count} times`;
}

function atLeast(severity: string | undefined): string {
  return severity === undefined || severity === 'low' ? '' : ` of severity ${severity} or worse`;
}

/** A limit in words, as in "above 2.5 s"; of an operator that is none, "limit 2.5 s". */
export function describeLimit(operator: unknown, limit: string): string {
  const words = comparisons.find((comparison) => comparison === operator);
  return `${words === undefined ? 'limit' : comparisonWords[words].replace(/^is /, '')} ${limit}`;
}
