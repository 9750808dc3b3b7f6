const tables = {
  performance: 'perf_summary',
  metrics: 'metrics_summary',
  events: 'events_summary',
  errors: 'errors_summary',
  health: 'health_summary',
} as const;

/** Lets summaries and the log of dirty buckets have these grains. */
export function allowGrains(grains: readonly string[]): string[] {
  const list = grains.map((grain) => `'${grain}'`).join(', ');
  return [...Object.values(tables), 'uniques_summary', 'summary_dirty'].flatMap((table) => [
    `alter table ${table} drop constraint ${table}_grain_check`,
    // What is there was checked by the one before.
    `alter table ${table} add constraint ${table}_grain_check
        check (grain in (${list})) not valid`,
  ]);
}

/** Has buckets of a coarser grain added up where there are some of a finer one. The owner sees none, but for the moment of asking. */
export function markSums(coarser: { grain: string; width: string }, finer: string): string[] {
  return [
    `alter table summary_dirty no force row level security`,
    ...Object.entries(tables).flatMap(([kind, table]) => [
      `alter table ${table} no force row level security`,
      `insert into summary_dirty (org_id, app_id, bucket, kind, grain)
        select distinct org_id, app_id, date_bin('${coarser.width}', bucket, 'epoch'), '${kind}', '${coarser.grain}' from ${table}
        where grain = '${finer}' and dim = ''`,
      `alter table ${table} force row level security`,
    ]),
    `alter table summary_dirty force row level security`,
  ];
}
