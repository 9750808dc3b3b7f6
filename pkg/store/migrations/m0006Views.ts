import type { Migration } from './Migration';

const visit = `r.user_id, r.visitor_id, r.session_id`;
const place = `r.environment, r.release, r.page_path, r.country, r.is_bot, coalesce(d.info, '{}'::jsonb) as device_info`;
const device = `left join raw.devices d on d.app_id = r.app_id and d.id = r.device_id`;

/** What people query: the entities with the columns they are known by, whatever the raw tables look like. */
export const m0006Views: Migration = {
  version: 6,
  name: 'views',
  statements: ({ query, jobs }) => [
    `create view monitoring_metrics with (security_invoker = true) as
      select r.id, r.org_id, r.app_id, r.name, r.value, r.unit, r.timestamp, ${visit}, r.metadata, r.created_at,
        r.page_url, ${place}
      from raw.monitoring_metrics r ${device}`,
    `create view analytics_events with (security_invoker = true) as
      select r.id, r.org_id, r.app_id, r.event_type, r.event_name, r.event_data, ${visit}, r.page_url, r.referrer,
        r.timestamp, r.created_at, ${place}
      from raw.analytics_events r ${device}`,
    `create view performance_data with (security_invoker = true) as
      select r.id, r.org_id, r.app_id, ${visit}, r.metric_type, r.metric_value, r.metric_unit, r.rating, r.metric_id,
        r.page_url, r.timestamp, r.created_at, r.metadata, ${place}
      from raw.performance_data r ${device}`,
    `create view error_logs with (security_invoker = true) as
      select r.id, r.org_id, r.app_id, ${visit}, r.error_type, r.error_message, r.error_stack, r.severity, r.context,
        r.user_agent, r.url, r.timestamp, r.resolved, r.created_at, r.fingerprint, ${place}
      from raw.error_logs r ${device}`,
    `create view system_health with (security_invoker = true) as
      select r.id, r.org_id, r.app_id, r.service_name, r.status, r.response_time_ms, r.error_rate, r.last_error,
        r.metadata, r.checked_at, r.created_at
      from raw.system_health r`,
    `create view spans with (security_invoker = true) as
      select r.id, r.org_id, r.app_id, r.trace_id, r.span_id, r.parent_span_id, r.name, r.span_kind, r.service_name,
        r.timestamp, r.duration_ms, r.status_code, r.status_message, r.attributes, r.resource, r.events, r.links,
        ${visit}, r.page_url, r.created_at, ${place}
      from raw.spans r ${device}`,
    `grant select on monitoring_metrics, analytics_events, performance_data, error_logs, system_health, spans
      to ${query}, ${jobs}`,
  ],
};
