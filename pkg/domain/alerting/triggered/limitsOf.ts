/** The number that a condition's values are held against, and the one that they must pass again; null where it has none. */
export function limitsOf(config: Readonly<Record<string, unknown>>): { limit: number | null; recovery: number | null } {
  const { value, per_minute_above, min_count, min, days, recovery_value } = config;
  const limit = [value, per_minute_above, min_count, min, days].find((each) => typeof each === 'number');
  return { limit: numberOrNull(limit), recovery: numberOrNull(recovery_value) };
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
