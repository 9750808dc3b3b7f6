/** Columns that an archived error has of its raw row, all of one name. */
export const archivedColumns = `id app_id org_id timestamp created_at user_id visitor_id is_bot session_id environment
  release page_path country severity error_type error_message error_stack fingerprint fingerprint_rule user_agent url
  context`.split(/\s+/);

/**
 * Copies the critical ones of `source`, a name or a subselect of raw errors, unless they are there already or too old for
 * the archive, too. Parameters: $1 is the instant of archiving.
 * @param archiveDays SQL of the days that the archive of row `r` is kept
 */
export function archiveStatement(source: string, archiveDays: string, condition: string): string {
  const columns = archivedColumns.join(', ');
  const read = archivedColumns.map((name) => `r.${name}`).join(', ');
  return `insert into error_archives (${columns}, archived_at, device_info)
    select ${read}, $1, coalesce(d.info, '{}'::jsonb)
    from ${source} r left join raw.devices d on d.app_id = r.app_id and d.id = r.device_id
    where r.severity = 'critical' and r.timestamp >= $1::timestamptz - make_interval(days => ${archiveDays}) ${condition}
    on conflict do nothing`;
}
