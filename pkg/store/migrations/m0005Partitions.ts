import type { Migration } from './Migration';

/** How a day of a raw table comes into being without stopping those who write and read. */
export const m0005Partitions: Migration = {
  version: 5,
  name: 'partitions',
  statements: ({ ingest, jobs }) => [
    // Runs as the owner. CREATE … PARTITION OF would lock the parent against reading; LIKE and ATTACH do not.
    `create function raw.ensure_partition(parent text, day date) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '5s' as $$
    declare
      partition_name text := parent || '_' || to_char(day, 'YYYYMMDD');
      target regclass;
      policy record;
    begin
      if parent <> all (array['monitoring_metrics', 'analytics_events', 'performance_data', 'error_logs',
        'system_health', 'spans']) then
        raise exception 'no raw table is called %', parent using errcode = 'undefined_table';
      end if;
      -- Roles that may call this must not be able to fill the catalogue.
      if day < (now() at time zone 'UTC')::date - 3660 or day > (now() at time zone 'UTC')::date + 31 then
        raise exception 'no partition for %: too far from today', day using errcode = 'datetime_field_overflow';
      end if;
      if raw.is_attached(partition_name) then
        return false;
      end if;
      perform pg_advisory_xact_lock(hashtextextended('seamark.partition.' || partition_name, 0));
      if raw.is_attached(partition_name) then
        return false;
      end if;
      if to_regclass(format('raw.%I', partition_name)) is not null then
        raise exception 'partition % is being removed', partition_name using errcode = 'lock_not_available';
      end if;
      execute format('create table raw.%I (like raw.%I including defaults including constraints including storage)',
        partition_name, parent);
      target := format('raw.%I', partition_name)::regclass;
      execute format('alter table %s enable row level security', target);
      execute format('alter table %s force row level security', target);
      for policy in select p.policyname, p.cmd, p.qual, p.with_check,
          (select string_agg(quote_ident(r), ', ') from unnest(p.roles) r) as roles
        from pg_policies p where p.schemaname = 'raw' and p.tablename = parent
      loop
        execute format('create policy %I on %s for %s to %s', policy.policyname, target, policy.cmd, policy.roles)
          || coalesce(' using (' || policy.qual || ')', '')
          || coalesce(' with check (' || policy.with_check || ')', '');
      end loop;
      execute format('alter table raw.%I attach partition %s for values from (%L) to (%L)', parent, target,
        to_char(day, 'YYYY-MM-DD') || ' 00:00:00+00', to_char(day + 1, 'YYYY-MM-DD') || ' 00:00:00+00');
      return true;
    end
    $$`,
    `create function raw.is_attached(partition_name text) returns boolean
    language sql stable set search_path = pg_catalog, pg_temp as $$
      select exists (
        select from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'raw' and c.relname = partition_name and not i.inhdetachpending)
    $$`,
    `revoke execute on function raw.ensure_partition(text, date), raw.is_attached(text) from public`,
    `grant execute on function raw.ensure_partition(text, date) to ${ingest}, ${jobs}`,
  ],
};
