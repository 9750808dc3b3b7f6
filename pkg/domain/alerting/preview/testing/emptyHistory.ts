import type { EvidenceHistory } from '../EvidenceHistory';

/** The past of an organisation that has stored nothing. */
export const emptyHistory: EvidenceHistory = {
  rows: async () => [],
  matches: async () => ({ times: [], whose: [] }),
  newGroups: async () => [],
  regressedGroups: async () => [],
  spread: async () => [],
  sequences: async () => [],
  results: async () => [],
  certificates: async () => [],
};
