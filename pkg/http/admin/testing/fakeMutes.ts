import type { MaintenanceWindow } from '../../../../src/contract/resources/maintenanceWindows';
import type { Silence } from '../../../../src/contract/resources/silences';
import type { KeptIntegration } from '../../../domain/alerting/integrations/IntegrationRepository';
import type { AdminDependencies } from '../AdminDependencies';

const id = '0b5d2bd8-6c5f-4e0a-9c5a-1a2b3c4d5e6f';
const created_at = '2026-11-23T00:00:00.000Z';

const byAda = { created_login: 'ada', created_at, updated_at: created_at, version: 1 };
const fakeSilence: Silence = {
  ...byAda,
  id,
  name: null,
  comment: 'known',
  matchers: [{ name: 'app', operator: '=', value: 'shop' }],
  starts_at: created_at,
  ends_at: '2026-11-24T00:00:00.000Z',
  status: 'active',
};
const fakeWindow: MaintenanceWindow = {
  ...byAda,
  id,
  name: 'nightly',
  comment: '',
  matchers: [],
  services: ['api'],
  time_zone: 'Europe/Berlin',
  local_start: '2026-11-30T02:00',
  duration_minutes: 120,
  repeat: { every: 'day' },
  repeat_until: null,
  status: 'pending',
  occurrence: { starts_at: '2026-11-30T01:00:00.000Z', ends_at: '2026-11-30T03:00:00.000Z' },
};
const fakeIntegration: KeptIntegration = {
  id,
  name: 'grafana',
  kind: 'grafana',
  alert_rule_id: id,
  hint: 'seamark_alerts_abcd',
  created_login: 'ada',
  created_at,
  last_received_at: null,
  last_problem: null,
  version: 1,
};

/** A repository that knows one thing, by `id`. */
const keeping = <T>(thing: T) => ({
  list: async () => ({ items: [thing], next_cursor: null }),
  get: async (_who: unknown, asked: string) => (asked === id ? thing : undefined),
  create: async () => thing,
  update: async (_who: unknown, asked: string) => (asked === id ? thing : undefined),
  delete: async (_who: unknown, asked: string) => asked === id,
});

/** What keeps notifications back, and an integration, without a database. */
export const fakeMutes: Pick<AdminDependencies, 'silences' | 'maintenanceWindows' | 'integrations'> = {
  silences: keeping(fakeSilence),
  maintenanceWindows: keeping(fakeWindow),
  integrations: { ...keeping(fakeIntegration), create: async () => ({ ...fakeIntegration, token: 'once' }) },
};
