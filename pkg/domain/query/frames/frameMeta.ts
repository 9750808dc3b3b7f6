import type { AggregatePlan } from '../QueryPlan';
import type { Cells, CellSource } from '../QueryStore';
import { valueTitle } from './legend';

type Meta = Record<string, unknown>;

const sources: Readonly<Record<CellSource, string>> = {
  raw: 'raw rows',
  index: 'raw rows by covering index',
  archive: 'raw rows and the archive',
  summary: 'summaries',
};

/** What a frame of numbers says of itself; read by Grafana's query inspector, Explore and alert rules. */
export function frameMeta(plan: AggregatePlan, { cells, groupCount, source }: Cells): Meta {
  const isSeries = plan.bucketMs !== undefined;
  return {
    type: isSeries ? 'timeseries-multi' : 'numeric-long',
    typeVersion: [0, 1],
    preferredVisualisationType: isSeries ? 'graph' : 'table',
    executedQueryString: describe(plan, source),
    custom: {
      source,
      kind: plan.kind,
      calculation: plan.calculation,
      ...(isSeries ? { bucketMs: plan.bucketMs } : {}),
      ...(plan.calculation === 'uniques_users' ? { uniqueIds: uniqueIds(cells) } : {}),
    },
    ...notices(plan, cells, groupCount),
  };
}

/** Which of the two a number of unique users counted: known persons, or pseudonyms that last a day. */
function uniqueIds(cells: Cells['cells']): 'users' | 'visitors' | 'users and visitors' | 'nobody' {
  const users = cells.some((cell) => cell.countedUsers);
  const visitors = cells.some((cell) => cell.countedVisitors);
  return users && visitors ? 'users and visitors' : users ? 'users' : visitors ? 'visitors' : 'nobody';
}

function notices({ groupBy, limit, includeBots }: AggregatePlan, cells: Cells['cells'], groupCount: number): Meta {
  if (groupBy.length > 0 && groupCount > limit) {
    return { notices: [{ severity: 'info', text: `Showing the largest ${limit} of ${groupCount} groups` }] };
  }
  const botsAside = includeBots ? '' : '; rows of bots do not count unless they are included';
  return cells.every((cell) => cell.value === null)
    ? { notices: [{ severity: 'info', text: `Nothing was stored in this time range for these filters${botsAside}` }] }
    : {};
}

function describe(plan: AggregatePlan, source: Cells['source']): string {
  const words = [valueTitle(plan)];
  if (plan.groupBy.length > 0) {
    words.push(`by ${plan.groupBy.map((field) => field.name).join(', ')}`, `top ${plan.limit}`);
  }
  if (plan.filters.length > 0) {
    words.push(`with ${plan.filters.length === 1 ? '1 filter' : `${plan.filters.length} filters`}`);
  }
  if (plan.bucketMs !== undefined) {
    words.push(`every ${plan.bucketMs} ms`);
  }
  return `${words.join(', ')}, ${sources[source]}`;
}
