/** What is known of the behaviour of sessions, kept for a year without the sessions. */
export const behaviourPatterns = ['entry_page', 'exit_page', 'sequence_2', 'sequence_3', 'feature'] as const;
export type BehaviourPattern = (typeof behaviourPatterns)[number];
