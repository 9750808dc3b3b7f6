import type { IncidentDetail, UptimePeriod } from '../../../../src/contract/resources/incidents';
import type { KeptCheck } from '../../../domain/health/checks/HealthCheckRepository';
import type { KeptStatusPage } from '../../../domain/health/statusPages/StatusPageRepository';
import { addressGuard } from '../../../lib/outbound/AddressGuard';
import type { AdminDependencies } from '../AdminDependencies';

const id = '0b5d2bd8-6c5f-4e0a-9c5a-1a2b3c4d5e6f';
const created_at = '2026-11-23T00:00:00.000Z';

const fakeCheck: KeptCheck = {
  id,
  service_name: 'api',
  kind: 'http',
  settings: { url: 'https://shop.example/health' },
  assertions: [],
  description: '',
  group_name: null,
  labels: {},
  enabled: true,
  interval_seconds: 60,
  timeout_ms: 10_000,
  retries: 0,
  retry_interval_seconds: 5,
  failures_to_down: 3,
  successes_to_recover: 2,
  degraded_ms: null,
  degraded_error_rate: null,
  uptime_target: 99.9,
  status: 'healthy',
  status_since: created_at,
  last_error: null,
  last_checked_at: created_at,
  response_time_ms: 12,
  error_rate: 0,
  certificate_expires_at: null,
  in_maintenance: false,
  open_incident_id: null,
  secret_names: [],
  heartbeatToken: null,
  missed_probes: 0,
  provisioned: false,
  version: 1,
  created_at,
  updated_at: created_at,
};
const fakeIncident: IncidentDetail = {
  id,
  check_id: id,
  service_name: 'api',
  started_at: created_at,
  ended_at: null,
  worst_status: 'down',
  cause: 'connection refused',
  affected_services: ['api'],
  alert_instance_ids: [],
  version: 1,
  timeline: [{ at: created_at, actor: null, kind: 'began', comment: null, details: {} }],
};
const fakePage: KeptStatusPage = {
  id,
  slug: 'shop',
  title: 'Shop',
  description: '',
  enabled: true,
  services: [],
  version: 1,
  created_at,
  updated_at: created_at,
};
const period: UptimePeriod = {
  from: created_at,
  to: created_at,
  uptime: null,
  observed_seconds: 0,
  degraded_seconds: 0,
  down_seconds: 0,
  maintenance_seconds: 0,
};
const targeted = { ...period, budget_left_seconds: 1, burn_rate: 0 };

const known =
  <T>(thing: T) =>
  async (_who: unknown, asked: string) =>
    asked === id ? thing : undefined;

/** Health checks and what comes of them, without a database; a check by `id` that always passes. */
export const fakeHealth: Pick<
  AdminDependencies,
  'healthChecks' | 'incidents' | 'statusPages' | 'checkRunner' | 'probeGuard' | 'location'
> = {
  healthChecks: {
    list: async () => ({ items: [fakeCheck], next_cursor: null }),
    get: known(fakeCheck),
    create: async (_who, { service_name, kind }) => ({
      ...fakeCheck,
      service_name,
      kind,
      heartbeatToken: kind === 'heartbeat' ? 'the-word' : null,
    }),
    update: known(fakeCheck),
    delete: async (_who, asked) => asked === id,
    secrets: async () => ({}),
    results: known({ items: [], next_cursor: null }),
    uptime: known({
      check_id: id,
      service_name: 'api',
      uptime_target: 99.9,
      ...{ day: targeted, week: targeted, month: targeted, quarter: targeted, days: [period] },
      budget_left_seconds: 100,
      burn_rate: 0,
    }),
  },
  incidents: {
    list: async () => ({ items: [fakeIncident], next_cursor: null }),
    get: known(fakeIncident),
    comment: known(fakeIncident),
    update: known(fakeIncident),
  },
  statusPages: {
    list: async () => ({ items: [fakePage], next_cursor: null }),
    get: known(fakePage),
    create: async () => fakePage,
    update: known(fakePage),
    delete: async (_who, asked) => asked === id,
  },
  checkRunner: {
    run: async () => ({
      outcome: 'passed',
      error: null,
      assertions: [],
      durationMs: 12,
      phases: { connect: 3 },
      details: { status: 200 },
    }),
  },
  probeGuard: addressGuard([], 'SEAMARK_PROBE_ALLOW'),
  location: 'default',
};
