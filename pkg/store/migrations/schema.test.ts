import { rawTables } from '../../domain/ingest/rows';
import { forEachDatabase } from '../testing/forEachDatabase';
import { withClient } from '../testing/withClient';

/** The fixed names of the model: people write queries against them. */
const entities: Record<string, string> = {
  monitoring_metrics: 'id name value unit timestamp session_id user_id metadata created_at',
  analytics_events: 'id user_id event_type event_data session_id device_info page_url referrer timestamp created_at',
  performance_data:
    'id user_id session_id metric_type metric_value metric_unit page_url device_info timestamp created_at',
  error_logs:
    'id user_id error_type error_message error_stack severity context user_agent url session_id timestamp resolved created_at',
  alert_rules:
    'id name description condition_type condition_config severity enabled notification_channels cooldown_minutes last_triggered created_by created_at',
  alert_instances:
    'id alert_rule_id title message severity status triggered_data acknowledged_by acknowledged_at resolved_by resolved_at created_at',
  dashboards: 'id user_id name description layout_config widget_configs is_public is_default created_at updated_at',
  system_health: 'id service_name status response_time_ms error_rate last_error metadata checked_at created_at',
};

forEachDatabase('the schema', (db) => {
  const asOwner = (sql: string, values: unknown[] = []) =>
    withClient(db.ownerUrl, (client) => client.query(sql, values)).then(({ rows }) => rows);

  it.each(Object.entries(entities))('has %s with the columns of the model', async (table, columns) => {
    const rows = await asOwner(
      `select column_name::text as name from information_schema.columns where table_schema = 'public' and table_name = $1`,
      [table]
    );
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining([...columns.split(' '), 'org_id']));
  });

  it.each([
    ['analytics_events', '(created_at, user_id)'],
    ['analytics_events', '(event_type, created_at)'],
    ['analytics_events', '(user_id, event_type, created_at)'],
    ['error_logs', '(severity, created_at)'],
    ['error_logs', '(user_id, error_type, "timestamp")'],
    ['performance_data', '(metric_type, "timestamp")'],
    ['performance_data', '(user_id, metric_type, "timestamp")'],
    ['system_health', '(service_name, checked_at)'],
  ])('has an index of %s on %s, in every partition', async (table, columns) => {
    const rows = await asOwner(
      `select c.relkind, i.indexdef from pg_indexes i join pg_class c on c.relname = i.tablename
        where i.schemaname = 'raw' and i.tablename ~ ('^' || $1 || '(_[0-9]{8})?$') and position($2 in i.indexdef) > 0`,
      [table, columns]
    );
    expect(rows.filter(({ relkind }) => relkind === 'p')).toHaveLength(1);
    expect(rows.filter(({ relkind }) => relkind === 'r').length).toBeGreaterThanOrEqual(9);
  });

  it('forces row level security on every table and partition', async () => {
    const rows = await asOwner(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'raw') and c.relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)`
    );
    expect(rows).toEqual([]);
  });

  it('gives partitions the policies of their parent', async () => {
    const rows = await asOwner(
      `select child.relname::text as name from pg_inherits i
        join pg_class child on child.oid = i.inhrelid join pg_class parent on parent.oid = i.inhparent
        where child.relkind = 'r' and (select count(*) from pg_policies where tablename = child.relname)
          is distinct from (select count(*) from pg_policies where tablename = parent.relname)`
    );
    expect(rows).toEqual([]);
  });

  it('has views that run with the rights of who asks', async () => {
    const rows = await asOwner(
      `select relname::text as name from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace
        and reloptions @> '{security_invoker=true}' order by 1`
    );
    expect(rows.map(({ name }) => name)).toEqual([...rawTables].sort());
  });

  it('keys raw tables by app, time and id', async () => {
    const rows = await asOwner(
      `select distinct pg_get_constraintdef(oid) as key from pg_constraint
        where contype = 'p' and conrelid = any (array(select ('raw.' || t)::regclass from unnest($1::text[]) t))`,
      [rawTables]
    );
    expect(rows.map(({ key }) => key).sort()).toEqual([
      'PRIMARY KEY (app_id, "timestamp", id)',
      'PRIMARY KEY (app_id, checked_at, id)',
    ]);
  });
});
