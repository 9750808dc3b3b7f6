import type { Migration } from './Migration';

const indexes = {
  analytics_events: ['analytics_events_user', '(user_id, event_type, created_at)'],
  performance_data: ['performance_data_user', '(user_id, metric_type, timestamp)'],
  error_logs: ['error_logs_user', '(user_id, error_type, timestamp)'],
} as const;

/** Most rows name nobody: whoever looks for a person's rows does not look among them, so they are not indexed. */
export const m0023UserIndexes: Migration = {
  version: 23,
  name: 'user indexes',
  statements: () =>
    Object.entries(indexes).flatMap(([table, [index, key]]) => [
      `drop index raw.${index}`,
      `create index ${index} on raw.${table} ${key} where user_id is not null`,
    ]),
};
