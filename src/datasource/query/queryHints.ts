import { fieldsOf } from '../../contract/query/fields';
import { maximumLimit } from './maximumLimit';
import { calculationsOf } from './calculationsOf';
import { isDataKind } from './isDataKind';
import { kindTexts } from './kindTexts';
import { calculationTexts } from './calculationTexts';
import type { SeamarkQuery } from './SeamarkQuery';

/** What keeps a query from being answered, by the part of the editor that can mend it. */
export type QueryHints = Partial<Record<'metric' | 'calculation' | 'groupBy' | 'limit' | 'field', string>>;

/** Hints for a query as it stands; an empty object means that nothing is known to be wrong with it. */
export function queryHints(query: SeamarkQuery): QueryHints {
  const { kind } = query;
  if (kind === 'variables') {
    return query.field ? {} : { field: 'Choose the field whose values are wanted.' };
  }
  if (!isDataKind(kind) || query.live) {
    return {};
  }
  return {
    ...metricHint(query),
    ...calculationHint(query),
    ...groupByHint(query),
    ...limitHint(query),
  };
}

function metricHint({ kind, metric }: SeamarkQuery): QueryHints {
  const needed = kind === 'performance' || kind === 'metrics';
  return needed && !metric?.trim() ? { metric: 'Choose a metric.' } : {};
}

function calculationHint({ kind, metric, calculation, format }: SeamarkQuery): QueryHints {
  if (!isDataKind(kind) || !calculation || format === 'logs' || calculationsOf(kind, metric).includes(calculation)) {
    return {};
  }
  const label = calculationTexts[calculation]?.label ?? calculation;
  const subject = calculation.startsWith('share_') && kind === 'performance' ? metric : kindTexts[kind].label;
  return { calculation: `${label} does not exist for ${subject}.` };
}

function groupByHint({ kind, groupBy = [] }: SeamarkQuery): QueryHints {
  if (!isDataKind(kind)) {
    return {};
  }
  const known = fieldsOf(kind).map(({ name }) => name);
  const foreign = groupBy.filter((name) => !known.includes(name) && !name.includes('.') && !name.includes('$'));
  return foreign.length > 0 ? { groupBy: `${kindTexts[kind].label} has no field ${foreign.join(', ')}.` } : {};
}

function limitHint({ limit }: SeamarkQuery): QueryHints {
  const fits = limit === undefined || (Number.isInteger(limit) && limit >= 1 && limit <= maximumLimit);
  return fits ? {} : { limit: `A whole number from 1 to ${maximumLimit.toLocaleString('en')}.` };
}
