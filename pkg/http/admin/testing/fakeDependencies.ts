import { storedRule } from '../../../../src/contract/alerting/testing/storedRule';
import { Registry } from 'prom-client';
import type { AlertInstanceDetail } from '../../../../src/contract/resources/alertInstances';
import type { App, AppKey } from '../../../../src/contract/resources/apps';
import type { ErrorGroup } from '../../../../src/contract/resources/errorGroups';
import type { RetentionPolicy } from '../../../../src/contract/resources/retention';
import type { CreatedToken, TokenScope } from '../../../../src/contract/resources/tokens';
import { emptyEvidence } from '../../../domain/alerting/evidence/emptyEvidence';
import { emptyHistory } from '../../../domain/alerting/preview/testing/emptyHistory';
import { WrongState } from '../../../domain/alerting/instances/AlertInstanceRepository';
import { RulePreviews } from '../../../domain/alerting/preview/RulePreviews';
import { NameTaken } from '../../../domain/alerting/rules/AlertRuleRepository';
import { VersionConflict } from '../../../domain/access/VersionConflict';
import { silentLogger } from '../../../lib/Logger';
import { manualClock } from '../../../lib/testing/manualClock';
import type { AdminDependencies } from '../AdminDependencies';
import { fakeHealth } from './fakeHealth';
import { fakeMutes } from './fakeMutes';
import { fakeNotifications } from './fakeNotifications';

/** The instant at which tests of the listener happen. */
export const now = Date.UTC(2026, 10, 23);

/** Secrets that the fakes know, by what they are for. */
export const secrets = {
  admin: 'the-admin-token',
  inMemory: 'the-plugin-in-this-process',
  read: 'a-read-token',
  upload: 'an-upload-token',
  remote: 'a-remote-token',
  foreignAdmin: 'an-admin-token-of-organisation-9',
} as const;

const stored: Record<string, { orgId: number; scope: TokenScope }> = {
  [secrets.read]: { orgId: 1, scope: 'read' },
  [secrets.upload]: { orgId: 1, scope: 'upload' },
  [secrets.remote]: { orgId: 1, scope: 'remote' },
  [secrets.foreignAdmin]: { orgId: 9, scope: 'admin' },
};

const id = '0b5d2bd8-6c5f-4e0a-9c5a-1a2b3c4d5e6f';
const created_at = '2026-11-23T00:00:00.000Z';
const key: AppKey = { id, key: '0123456789abcdef0123456789abcdef', scope: 'browser', created_at, revoked_at: null };

/** An app as repositories give it. */
export const fakeApp = (name: string, keys: AppKey[] = []): App => ({
  id,
  number: 1,
  name,
  allowed_origins: [],
  consent_mode: 'required',
  without_consent: 'anonymous',
  trust_client_critical: false,
  rate_limit: null,
  severity_rules: [],
  routes: [],
  fields: null,
  keys,
  created_at,
});

const fakeGroup: ErrorGroup = {
  id,
  app_id: id,
  app: 'shop',
  fingerprint: 'f1',
  fingerprint_rule: 'message',
  title: 'TypeError: x',
  culprit: 'total (app.js)',
  severity: 'high',
  status: 'unresolved',
  first_seen: created_at,
  last_seen: created_at,
  events: 1,
  users: 1,
  releases: [],
  trend: [],
  resolved_in: null,
  ignored_until: null,
  ignored_until_events: null,
  version: 1,
};

const token: CreatedToken = {
  id,
  name: 'ci',
  scope: 'read',
  hint: 'abcd',
  created_at,
  last_used_at: null,
  revoked_at: null,
  token: 'abcdef',
};

const fakeRule = storedRule({ id, created_at, updated_at: created_at });

const fakeInstance: AlertInstanceDetail = {
  id,
  alert_rule_id: id,
  rule_name: 'LCP is poor',
  title: 'LCP is poor',
  message: '',
  severity: 'high',
  status: 'active',
  concern: 'condition',
  labels: {},
  triggered_data: {},
  last_value: 3000,
  last_fired_at: created_at,
  firings: 1,
  is_flapping: false,
  acknowledged_by: null,
  acknowledged_login: null,
  acknowledged_at: null,
  acknowledged_until: null,
  resolved_by: null,
  resolved_login: null,
  resolved_at: null,
  resolve_reason: null,
  assigned_to: null,
  silenced_until: null,
  silenced_by: null,
  version: 1,
  created_at,
  updated_at: created_at,
};

const oneEach = { critical: 1, high: 1, medium: 1, low: 1 };
const fakeDecision = { app_id: id, mode: 'required', decision: 'granted', source: 'site' } as const;

const retentionPolicy = (days: number): RetentionPolicy => ({
  data: 'spans',
  tier: 'raw',
  days,
  default_days: 30,
  updated_at: days === 30 ? null : created_at,
});

/** A server without a database: it knows one app and the tokens of `secrets`. */
export function fakeDependencies(): AdminDependencies {
  return {
    apps: {
      list: async ({ orgId }) => ({ items: [fakeApp(`app of ${orgId}`)], next_cursor: null }),
      create: async (_who, { name }) => fakeApp(name),
      get: async (_who, asked) => (asked === id ? fakeApp('shop', [key]) : undefined),
      update: async (_who, asked) => (asked === id ? fakeApp('shop') : undefined),
      delete: async (_who, asked) => asked === id,
      createKey: async (_who, asked, scope) => (asked === id ? { ...key, scope } : undefined),
      revokeKey: async (_who, asked) => asked === id,
      firstData: async () => ({ received: false, first_at: null, last_at: null, counts: {} }),
    },
    tokens: {
      list: async () => ({ items: [], next_cursor: null }),
      create: async () => token,
      revoke: async (_who, asked) => asked === id,
      find: async (secret) => {
        const found = Object.hasOwn(stored, secret) ? stored[secret] : undefined;
        return found && { id, name: 'ci', ...found };
      },
    },
    queries: { run: async ({ refId }) => [{ refId, fields: [{ name: 'value', type: 'number', values: [1] }] }] },
    fields: { values: async () => [{ value: 'Firefox', count: 3 }] },
    errorGroups: {
      list: async () => ({ items: [fakeGroup], next_cursor: null }),
      get: async (_who, asked) => (asked === id ? { ...fakeGroup, history: [] } : undefined),
      events: async (_who, asked) => (asked === id ? { items: [], next_cursor: null } : undefined),
      breadcrumbs: async (_who, asked, { eventId }) =>
        asked === id && eventId === id ? { items: [], has_session: true, has_details: true } : undefined,
      resolve: async (_who, asked, { expected_version: version = 1 }) => {
        if (version !== fakeGroup.version) {
          throw new VersionConflict(version, fakeGroup.version);
        }
        return asked === id ? fakeGroup : undefined;
      },
      ignore: async (_who, asked) => (asked === id ? fakeGroup : undefined),
      reopen: async (_who, asked) => (asked === id ? fakeGroup : undefined),
    },
    alertRules: {
      list: async () => ({ items: [fakeRule], next_cursor: null }),
      get: async (_who, asked) => (asked === id ? fakeRule : undefined),
      evaluations: async (_who, asked) => (asked === id ? { items: [], next_cursor: null } : undefined),
      create: async (_who, { name }) => {
        if (name === 'taken') {
          throw new NameTaken(name);
        }
        return { ...fakeRule, name };
      },
      update: async (_who, asked) => (asked === id ? fakeRule : undefined),
      delete: async (_who, asked) => asked === id,
    },
    alertPreviews: new RulePreviews({ of: () => emptyEvidence() }, { historyOf: () => emptyHistory }, manualClock()),
    ...fakeMutes,
    codeKinds: [],
    provisioned: { files: async () => new Map() },
    ...fakeHealth,
    alertInstances: {
      list: async () => ({ items: [fakeInstance], next_cursor: null }),
      count: async () => ({ active: oneEach, acknowledged: oneEach, resolved: oneEach }),
      assignees: async () => ['ada'],
      get: async (_who, asked) => (asked === id ? fakeInstance : undefined),
      history: async (_who, asked) => (asked === id ? [] : undefined),
      acknowledge: async (_who, asked) => (asked === id ? fakeInstance : undefined),
      unacknowledge: async () => {
        throw new WrongState('unacknowledged', 'active');
      },
      resolve: async (_who, asked) => (asked === id ? fakeInstance : undefined),
      assign: async (_who, asked) => (asked === id ? fakeInstance : undefined),
      comment: async (_who, asked) => (asked === id ? fakeInstance : undefined),
    },
    ...fakeNotifications(id),
    behaviour: {
      count: async (_who, { pattern, from, to, limit }) => [
        { pattern, steps: [from, to], occurrences: limit, sessions: 1 },
      ],
    },
    retention: {
      list: async () => [retentionPolicy(30)],
      replace: async (_who, [rule], expected = []) =>
        expected.length === 0 ? [retentionPolicy(rule?.days ?? 30)] : undefined,
      kept: async () => [{ data: 'spans', tier: 'raw', bytes: 8192, since: '2026-11-01', goes_on: '2026-12-02' }],
    },
    consent: {
      count: async (_who, { from, to }) => ({
        items: [from, to].map((each) => ({ ...fakeDecision, app: 'shop', day: each, visitors: 3 })),
        next_cursor: null,
      }),
      ofSubject: async (_who, subject) =>
        subject === id ? [{ ...fakeDecision, day: '2026-11-23', decided_at: created_at }] : [],
      erase: async (_who, subject) => (subject === id ? 1 : 0),
    },
    status: async ({ orgId }) => {
      if (orgId === 500) {
        throw new Error('secret of the database');
      }
      return {
        version: '0.0.0',
        ok: true,
        findings: [],
        database: { mode: 'embedded', version: '18.4', size_bytes: 1, schema: 8 },
        ingest_url: 'http://127.0.0.1:8027',
      };
    },
    registry: new Registry(),
    logger: silentLogger,
    clock: { now: () => now, sleep: async () => undefined },
    adminToken: secrets.admin,
    remoteSecrets: [secrets.inMemory],
    ingestUrl: 'http://127.0.0.1:8027',
    version: '0.0.0',
  };
}
