import { sql } from 'kysely';
import type { DataKind } from '../../../src/contract/query/kinds';
import type { PlannedFilter } from '../../domain/query/QueryPlan';
import type { Fragment } from './compileStatement';
import { filterCondition } from './filterCondition';

/** Whether a filter chooses apps. */
export function isOfApp({ field }: PlannedFilter): boolean {
  return field.source === 'named' && field.name === 'app';
}

/** Filters without those that choose apps, for rows of apps that were chosen already. */
export function withoutApp(filters: readonly PlannedFilter[]): PlannedFilter[] {
  return filters.filter((filter) => !isOfApp(filter));
}

/** `select t.app_id from …`: the organisation's apps that the filters leave. */
export function appIds(kind: DataKind, filters: readonly PlannedFilter[]): Fragment {
  // The app that an organisation's own checks belong to is none of those that people make.
  const checks =
    kind === 'health'
      ? sql` union all select checks_app(nullif(current_setting('seamark.org_id', true), '')::bigint)`
      : sql``;
  const conditions = [sql`true`, ...filters.filter(isOfApp).map((filter) => filterCondition(filter, kind))];
  return sql`select t.app_id from (select id as app_id from public.apps${checks}) t where ${sql.join(conditions, sql` and `)}`;
}
