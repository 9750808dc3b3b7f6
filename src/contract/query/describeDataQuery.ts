import { calculations, type Calculation } from './calculations';
import { usualCalculation } from './calculationsByKind';
import { fields } from './fields';
import { isDataKind } from './isDataKind';
import { kindTexts } from './kindTexts';
import { leavesBotsOut } from './leavesBotsOut';
import type { Operator } from './operators';
import type { Filter, Query } from './Query';

const operatorWords: Record<Operator, string> = {
  '=': 'is',
  '!=': 'is not',
  '=~': 'matches',
  '!~': 'does not match',
  '>': 'is above',
  '>=': 'is at least',
  '<': 'is below',
  '<=': 'is at most',
};

type Measured = Pick<Query, 'kind' | 'metric' | 'calculation'>;

/** What a query about data measures, as in "p75 of LCP" or "number of errors". */
export function describeMeasure({ kind, metric, calculation }: Measured): string {
  if (!isDataKind(kind)) {
    return String(kind);
  }
  const { rows } = kindTexts[kind];
  const measured = isNamed(kind) ? metric || '…' : kind === 'health' ? healthMeasure(metric) : rows;
  return calculated(
    calculation ?? usualCalculation(kind, metric),
    describeRows({ kind, metric }),
    measured,
    kind === 'health'
  );
}

/** The rows of a query about data, as in "LCP measurements". */
export function describeRows({ kind, metric }: { kind: Query['kind']; metric?: string | undefined }): string {
  if (!isDataKind(kind)) {
    return String(kind);
  }
  return isNamed(kind) && metric ? `${metric} ${kindTexts[kind].rows}` : kindTexts[kind].rows;
}

/** The groups of a query: " by page and browser", or nothing. */
export function describeGroups(groupBy: readonly string[] | undefined): string {
  return groupBy?.length ? ` by ${listed(groupBy.map(fieldName), 'and')}` : '';
}

/** The filters of a query: ", where browser is Firefox", or nothing. */
export function describeFilters(filters: readonly Filter[] | undefined): string {
  return filters?.length ? `, where ${filters.map(described).join(' and ')}` : '';
}

/** Whether bots count, said only where it is not what the kind does anyway. */
export function describeBots({ kind, includeBots }: Pick<Query, 'kind' | 'includeBots'>): string {
  if (!isDataKind(kind) || includeBots === undefined || includeBots !== leavesBotsOut(kind)) {
    return '';
  }
  return includeBots ? ', bots included' : ', without bots';
}

/** The label of a field inside a sentence; attributes and unknown fields keep their own name. */
export function fieldName(name: string): string {
  const label = fields.find((field) => field.name === name)?.label;
  return label ? label.charAt(0).toLowerCase() + label.slice(1) : name;
}

/** Kinds whose rows are of a metric that has a name of its own. */
function isNamed(kind: string): boolean {
  return kind === 'performance' || kind === 'metrics';
}

function healthMeasure(metric: string | undefined): string {
  return fieldName(metric || 'response_time_ms');
}

/** `counted` names the rows ("LCP measurements"), `measured` their value ("LCP"). */
function calculated(calculation: Calculation, counted: string, measured: string, isHealth: boolean): string {
  switch (calculation) {
    case 'count':
      return `number of ${counted}`;
    case 'rate':
      return `${counted} per second`;
    case 'avg':
      return `average ${measured}`;
    case 'min':
      return `lowest ${measured}`;
    case 'max':
      return `highest ${measured}`;
    case 'uniques_users':
      return `unique users with ${counted}`;
    case 'uniques_sessions':
      return `unique sessions with ${counted}`;
    case 'share_good':
      return isHealth ? 'share of healthy results' : `share of good ${measured}`;
    case 'share_needs_improvement':
      return isHealth ? 'share of degraded results' : `share of ${measured} needing improvement`;
    case 'share_poor':
      return isHealth ? 'share of results that were down' : `share of poor ${measured}`;
    case 'uptime':
      return 'uptime';
    default:
      return calculations.includes(calculation) ? `${calculation} of ${measured}` : `${calculation} (unknown)`;
  }
}

function described({ field, operator, value }: Filter): string {
  if (!Array.isArray(value)) {
    return `${fieldName(field)} ${operatorWords[operator]} ${value}`;
  }
  const words = operator === '=' ? 'is one of' : operator === '!=' ? 'is none of' : operatorWords[operator];
  return `${fieldName(field)} ${words} ${listed(value, 'or')}`;
}

function listed(words: readonly string[], conjunction: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}
