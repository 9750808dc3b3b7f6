/** Best first. */
export const healthStatuses = ['healthy', 'degraded', 'down'] as const;
export type HealthStatus = (typeof healthStatuses)[number];

/** The shortest time between two probes of a check, in seconds. */
export const shortestCheckInterval = 10;

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
