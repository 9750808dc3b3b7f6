import type { ConditionQuery } from '../../../contract/alerting/conditions';
import type { Assertion } from '../../../contract/health/assertions';
import type { CheckKind } from '../../../contract/health/words';
import type { Pair } from './PairRows';

/** One assertion as it is typed. */
export interface AssertionRow {
  source: string;
  target: string;
  operator: Assertion['operator'];
  value: string;
  isWarning: boolean;
}

/** Numbers that say how often, how long and when it counts. */
export const checkNumbers = [
  'interval_seconds',
  'timeout_ms',
  'retries',
  'retry_interval_seconds',
  'failures_to_down',
  'successes_to_recover',
  'degraded_ms',
  'degraded_percent',
  'uptime_target',
] as const;
export type CheckNumber = (typeof checkNumbers)[number];

/** Secrets of a check as they are typed; the server never gives them back. */
export interface SecretForm {
  authorization: string;
  password: string;
  headers: Pair[];
}

/** A check as it is typed: everything is text until it is sent. */
export interface CheckForm extends Record<CheckNumber, string> {
  kind: CheckKind;
  service_name: string;
  description: string;
  group_name: string;
  labels: Pair[];
  enabled: boolean;
  /** By name of the setting; empty: left out. */
  settings: Record<string, string>;
  headers: Pair[];
  /** What a derived check asks. */
  query: ConditionQuery;
  /** How an HTTP check says who it is; empty: it does not. */
  auth: '' | 'bearer' | 'basic';
  username: string;
  /** Undefined: those that are stored stay. */
  secrets: SecretForm | undefined;
  assertions: AssertionRow[];
}

export const noSecrets: SecretForm = { authorization: '', password: '', headers: [] };

export const newCheckForm: CheckForm = {
  kind: 'http',
  service_name: '',
  description: '',
  group_name: '',
  labels: [],
  enabled: true,
  settings: {},
  headers: [],
  query: { kind: 'errors', calculation: 'count' },
  auth: '',
  username: '',
  secrets: noSecrets,
  assertions: [],
  interval_seconds: '60',
  timeout_ms: '10000',
  retries: '0',
  retry_interval_seconds: '5',
  failures_to_down: '3',
  successes_to_recover: '2',
  degraded_ms: '',
  degraded_percent: '',
  uptime_target: '',
};

/** Kinds that are sure at once: they have a grace or a window of their own. */
const patient: readonly CheckKind[] = ['heartbeat', 'derived'];

/** The form with another kind: what belongs to the old one goes, and what is sure at once needs no second look. */
export function withKind(form: CheckForm, kind: CheckKind): CheckForm {
  const [failures, successes] = patient.includes(kind) ? ['1', '1'] : ['3', '2'];
  return {
    ...form,
    ...{ kind, settings: {}, headers: [], auth: '', username: '', secrets: noSecrets, assertions: [] },
    ...{ failures_to_down: failures, successes_to_recover: successes },
  };
}
