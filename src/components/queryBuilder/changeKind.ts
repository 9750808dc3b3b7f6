import { fieldsOf, attributeColumns } from '../../contract/query/fields';
import type { DataKind } from '../../contract/query/kinds';
import { leavesBotsOut } from '../../contract/query/leavesBotsOut';
import { calculationsOf } from '../../contract/query/calculationsOf';
import type { BuiltQuery } from './BuiltQuery';

/**
 * The query about another kind. What both kinds understand stays (filters, groups, format, limit), what only the old
 * one had goes: a query never keeps a part that the editor no longer shows.
 */
export function changeKind<Q extends BuiltQuery>(query: Q, kind: DataKind): Q {
  const { metric: _metric, live: _live, field: _field, of: _of, includeBots, ...kept } = query;
  const known = fieldsOf(kind).map(({ name }) => name);
  const fits = (name: string) => known.includes(name) || name.startsWith(`${attributeColumns[kind]}.`);
  const allowed = calculationsOf(kind);
  const next: BuiltQuery = {
    ...kept,
    kind,
    calculation: kept.calculation && allowed.includes(kept.calculation) ? kept.calculation : allowed[0],
    groupBy: kept.groupBy?.filter(fits),
    filters: kept.filters?.filter(({ field }) => fits(field)),
  };
  if (kind === 'performance') {
    next.metric = 'LCP';
  }
  if (includeBots !== undefined && kind !== 'health' && kind !== 'alerts' && includeBots === leavesBotsOut(kind)) {
    next.includeBots = includeBots;
  }
  // What was left out is optional in every kind of query.
  return next as Q;
}
