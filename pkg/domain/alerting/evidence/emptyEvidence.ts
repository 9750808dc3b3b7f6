import type { Evidence } from './Evidence';

/** Evidence of an organisation that has stored nothing, but for what is said. */
export function emptyEvidence(known: Partial<Evidence> = {}): Evidence {
  return {
    values: async () => new Map(),
    countMatches: async () => ({ errors: 0, users: 0 }),
    newGroups: async () => [],
    regressedGroups: async () => [],
    spreadGroups: async () => [],
    countSequences: async () => 0,
    latestResults: async () => [],
    certificates: async () => [],
    ...known,
  };
}
