import { fieldsOf } from '../../contract/query/fields';
import { mostRows, mostSeries } from '../../contract/query/limits';
import { uptimeFields } from '../../contract/query/uptimeFields';
import { calculationsOf } from '../../contract/query/calculationsOf';
import { needsMetric } from './needsMetric';
import { isDataKind } from '../../contract/query/isDataKind';
import { kindTexts } from '../../contract/query/kindTexts';
import { calculationTexts } from './calculationTexts';
import type { BuiltQuery } from './BuiltQuery';

/** What keeps a query from being answered, by the part of the editor that can mend it. */
export type QueryHints = Partial<Record<'metric' | 'calculation' | 'groupBy' | 'limit', string>>;

/** Hints for a query as it stands; an empty object means that nothing is known to be wrong with it. */
export function queryHints(query: BuiltQuery): QueryHints {
  const { kind } = query;
  if (!isDataKind(kind) || query.live) {
    return {};
  }
  return {
    ...(needsMetric(query) && { metric: 'Choose a metric.' }),
    ...calculationHint(query),
    ...groupByHint(query),
    ...limitHint(query),
  };
}

function calculationHint({ kind, metric, calculation, format }: BuiltQuery): QueryHints {
  if (!isDataKind(kind) || !calculation || format === 'logs' || calculationsOf(kind, metric).includes(calculation)) {
    return {};
  }
  const label = calculationTexts[calculation]?.label ?? calculation;
  const subject = calculation.startsWith('share_') && kind === 'performance' ? metric : kindTexts[kind].label;
  return { calculation: `${label} does not exist for ${subject}.` };
}

function groupByHint({ kind, calculation, groupBy = [] }: BuiltQuery): QueryHints {
  if (!isDataKind(kind)) {
    return {};
  }
  const isUptime = kind === 'health' && calculation === 'uptime';
  const known = isUptime ? uptimeFields : fieldsOf(kind).map(({ name }) => name);
  const foreign = groupBy.filter(
    (name) => !known.includes(name) && !name.includes('$') && (isUptime || !name.includes('.'))
  );
  const subject = isUptime ? 'Uptime' : kindTexts[kind].label;
  return foreign.length > 0 ? { groupBy: `${subject} cannot be grouped by ${foreign.join(', ')}.` } : {};
}

function limitHint({ limit, format = 'time_series' }: BuiltQuery): QueryHints {
  const most = format === 'time_series' ? mostSeries : mostRows;
  const fits = limit === undefined || (Number.isInteger(limit) && limit >= 1 && limit <= most);
  return fits ? {} : { limit: `A whole number from 1 to ${most.toLocaleString('en')}.` };
}
