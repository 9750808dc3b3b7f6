/** How a check finds out how a service is. `derived` reads what the service's own errors and timings say. */
export const checkKinds = [
  'http',
  'tcp',
  'tls',
  'dns',
  'postgres',
  'websocket',
  'grpc',
  'heartbeat',
  'derived',
] as const;
export type CheckKind = (typeof checkKinds)[number];

/** Best first. */
export const healthStatuses = ['healthy', 'degraded', 'down'] as const;
export type HealthStatus = (typeof healthStatuses)[number];

/** The shortest time between two probes of a check, in seconds. */
export const shortestCheckInterval = 10;

/** What an assertion looks at; which of them a kind offers is in `assertionSources`. */
export const assertionSources = {
  http: ['status', 'header', 'body', 'json', 'size', 'duration', 'certificate_days'],
  tcp: ['duration', 'body'],
  tls: ['certificate_days', 'protocol', 'duration'],
  dns: ['answer', 'answer_count', 'duration'],
  postgres: ['value', 'row_count', 'duration'],
  websocket: ['body', 'duration'],
  grpc: ['status', 'duration'],
  heartbeat: [],
  derived: [],
} as const satisfies Record<CheckKind, readonly string[]>;

/** How what was found is held against what is expected. `matches` is an RE2 expression. */
export const assertionOperators = [
  '=',
  '!=',
  '>',
  '>=',
  '<',
  '<=',
  'contains',
  'does not contain',
  'matches',
  'does not match',
  'exists',
  'does not exist',
] as const;
export type AssertionOperator = (typeof assertionOperators)[number];

/** A failed assertion makes a result a failure, or only a warning, which makes the service degraded. */
export const assertionLevels = ['failure', 'warning'] as const;

/** The parts of a probe's time, in the order in which they happen. */
export const probePhases = ['dns', 'connect', 'tls', 'first_byte', 'transfer'] as const;
export type ProbePhase = (typeof probePhases)[number];
