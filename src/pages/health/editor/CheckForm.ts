import type { ConditionQuery } from '../../../contract/alerting/conditions';
import type { Assertion } from '../../../contract/health/assertions';
import { kindOf, type CheckKind } from '../../../contract/health/kinds/kinds';
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
  /** Who a request says it is; empty: nobody in particular. */
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

/**
 * The form with another kind: what belongs to the old one goes. What is not probed has a grace or a window of its own, and
 * needs no second look.
 */
export function withKind(form: CheckForm, kind: CheckKind): CheckForm {
  const [failures, successes] = kindOf(kind).way === 'probed' ? ['3', '2'] : ['1', '1'];
  return {
    ...form,
    ...{ kind, settings: {}, headers: [], auth: '', username: '', secrets: noSecrets, assertions: [] },
    ...{ failures_to_down: failures, successes_to_recover: successes },
  };
}
