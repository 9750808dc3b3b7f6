import type { AdHocVariableFilter } from '@grafana/data';
import { operators, type Operator } from '../../contract/query/operators';
import type { Filter } from '../../contract/query/Query';

/** Grafana's spelling of "one of" and "none of", which here are `=` and `!=` with an array. */
const ofSeveral: Record<string, Operator> = { '=|': '=', '!=|': '!=' };

/** A dashboard's ad hoc filters as filters of a query; half-typed ones are left out. */
export function adHocFilters(adHoc: readonly AdHocVariableFilter[]): Filter[] {
  return adHoc.flatMap((filter) => asFilter(filter) ?? []);
}

function asFilter({ key, operator, value, values }: AdHocVariableFilter): Filter | undefined {
  const several = ofSeveral[operator];
  if (several) {
    return key && values?.length ? { field: key, operator: several, value: values } : undefined;
  }
  const single = operators.find((candidate) => candidate === operator);
  return single && key && value !== '' ? { field: key, operator: single, value } : undefined;
}
