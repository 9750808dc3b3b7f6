import type { Migration } from './Migration';

/**
 * Summaries of health are kept by service and check, so that what a check found is never mixed with what an app reports
 * under the same name, and stays with the check when its service is renamed.
 */
export const m0026ResultsByCheck: Migration = {
  version: 26,
  name: 'results by check',
  statements: () => [
    `create or replace view system_health with (security_invoker = true) as
      select r.id, r.org_id, r.app_id, r.service_name, r.status, r.response_time_ms, r.error_rate, r.last_error,
        r.metadata, r.checked_at, r.created_at, r.check_id
      from raw.system_health r`,
    // The owner sees no rows, but for the moment of asking.
    `alter table health_summary no force row level security`,
    `alter table health_checks no force row level security`,
    // Of what is older than raw results, the name is all that tells the check.
    `update health_summary s set dim = 'service_name,check_id', dim_value = s.dim_value || coalesce((
        select c.id::text from health_checks c
        where c.org_id = s.org_id and c.service_name = s.dim_value[1] and s.app_id = checks_app(s.org_id)), '')
      where s.dim = 'service_name'`,
    `alter table health_checks force row level security`,
    `alter table health_summary force row level security`,
    // The rest is calculated again, for services that were renamed.
    `create policy seamark_checks on raw.system_health for select to current_user using (true)`,
    `alter table summary_dirty no force row level security`,
    `insert into summary_dirty (org_id, app_id, bucket, kind, grain)
      select distinct org_id, app_id, date_bin('1 hour', checked_at, 'epoch'), 'health', 'hour' from raw.system_health
      where check_id is not null`,
    `alter table summary_dirty force row level security`,
    `drop policy seamark_checks on raw.system_health`,
  ],
};
