import { calculations, type Calculation } from '../../contract/query/calculations';
import { usualCalculation } from '../../contract/query/calculationsByKind';
import { fields } from '../../contract/query/fields';
import { leavesBotsOut } from '../../contract/query/leavesBotsOut';
import type { Operator } from '../../contract/query/operators';
import type { Filter } from '../../contract/query/Query';
import { kindTexts } from './kindTexts';
import { isDataKind } from './isDataKind';
import type { SeamarkQuery } from './SeamarkQuery';

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

/** A query in one line of plain language, as in "p75 of LCP by page, where browser is Firefox". */
export function describeQuery(query: SeamarkQuery): string {
  if (query.kind === 'variables') {
    return `${query.field ? `values of ${fieldName(query.field)}` : 'names of the fields'}${where(query.filters)}`;
  }
  if (query.kind === 'annotations') {
    return `${(query.of ?? 'releases').replaceAll('_', ' ')} as annotations${where(query.filters)}`;
  }
  if (query.live) {
    return `page views, errors and vitals of the last minute, every second${where(query.filters?.filter(({ field }) => field === 'app'))}`;
  }
  return subject(query) + by(query) + where(query.filters) + bots(query);
}

/** Said only where it is not what the kind does anyway. */
function bots({ kind, includeBots }: SeamarkQuery): string {
  if (!isDataKind(kind) || includeBots === undefined || includeBots !== leavesBotsOut(kind)) {
    return '';
  }
  return includeBots ? ', bots included' : ', without bots';
}

function subject({ kind, metric, calculation, format }: SeamarkQuery): string {
  if (!isDataKind(kind)) {
    return String(kind);
  }
  const { rows } = kindTexts[kind];
  const named = kind === 'performance' || kind === 'metrics';
  const counted = named && metric ? `${metric} ${rows}` : rows;
  if (format === 'logs') {
    return `${counted} as log lines`;
  }
  const measured = named ? metric || '…' : kind === 'health' ? healthMeasure(metric) : rows;
  return calculated(calculation ?? usualCalculation(kind, metric), counted, measured);
}

function healthMeasure(metric: string | undefined): string {
  return fieldName(metric || 'response_time_ms');
}

/** `counted` names the rows ("LCP measurements"), `measured` their value ("LCP"). */
function calculated(calculation: Calculation, counted: string, measured: string): string {
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
      return `share of good ${measured}`;
    case 'share_needs_improvement':
      return `share of ${measured} needing improvement`;
    case 'share_poor':
      return `share of poor ${measured}`;
    case 'uptime':
      return 'uptime';
    default:
      return calculations.includes(calculation) ? `${calculation} of ${measured}` : `${calculation} (unknown)`;
  }
}

function by({ groupBy, format }: SeamarkQuery): string {
  return groupBy?.length && format !== 'logs' ? ` by ${listed(groupBy.map(fieldName), 'and')}` : '';
}

function where(filters: readonly Filter[] | undefined): string {
  return filters?.length ? `, where ${filters.map(described).join(' and ')}` : '';
}

function described({ field, operator, value }: Filter): string {
  if (!Array.isArray(value)) {
    return `${fieldName(field)} ${operatorWords[operator]} ${value}`;
  }
  const words = operator === '=' ? 'is one of' : operator === '!=' ? 'is none of' : operatorWords[operator];
  return `${fieldName(field)} ${words} ${listed(value, 'or')}`;
}

/** The label of a field inside a sentence; attributes and unknown fields keep their own name. */
function fieldName(name: string): string {
  const label = fields.find((field) => field.name === name)?.label;
  return label ? label.charAt(0).toLowerCase() + label.slice(1) : name;
}

function listed(words: readonly string[], conjunction: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}
