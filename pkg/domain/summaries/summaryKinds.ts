import type { RowKind } from '../../../src/contract/query/kinds';

/** Fields whose combinations are counted together; none: the total. */
export type Dimension = readonly string[];

/** What is kept of the rows of a kind. */
export interface SummaryKind {
  /** The field by which every summary is kept apart, beside the app: rows of different ones are rarely added up. */
  type: string;
  dimensions: readonly Dimension[];
  /** By which dimensions different users and sessions are counted. A bit map costs a kilobyte, so there are few. */
  uniques: Readonly<Record<Counted, readonly Dimension[]>>;
}

export const countedThings = ['users', 'sessions'] as const;
export type Counted = (typeof countedThings)[number];

const place: readonly Dimension[] = [
  [],
  ['page_path'],
  ['browser'],
  ['os'],
  ['device_type'],
  ['country'],
  ['release'],
  ['environment'],
  ['environment', 'release'],
];
const none = { users: [], sessions: [] };

/** Single dimensions, and those combinations that pages and dashboards ask for; never the whole cross product. */
export const summaryKinds: Readonly<Record<RowKind, SummaryKind>> = {
  performance: { type: 'metric_type', dimensions: [...place, ['language']], uniques: none },
  metrics: { type: 'name', dimensions: place, uniques: none },
  events: {
    type: 'event_type',
    dimensions: [...place, ['referrer'], ['language'], ['event_name']],
    uniques: {
      users: [[], ['page_path'], ['referrer'], ['browser'], ['device_type'], ['country'], ['release'], ['environment']],
      sessions: [[], ['page_path'], ['release'], ['environment']],
    },
  },
  errors: {
    type: 'severity',
    dimensions: [...place, ['error_type'], ['fingerprint'], ['fingerprint', 'error_type', 'page_path']],
    uniques: {
      users: [[], ['page_path'], ['release'], ['environment']],
      sessions: [[], ['page_path'], ['error_type'], ['release'], ['environment']],
    },
  },
  // A check has one service: both cost as many rows as one of them.
  health: { type: 'status', dimensions: [[], ['service_name', 'check_id']], uniques: none },
};

/** Name under which rows of a dimension are kept. */
export function dimensionName(dimension: Dimension): string {
  return dimension.join(',');
}
