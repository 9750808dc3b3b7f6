/** What a rule can look for, in the order in which a person should meet it. */
export const conditionKinds = [
  'threshold',
  'compared',
  'steady',
  'rate',
  'absence',
  'message',
  'new_group',
  'regressed',
  'spread',
  'sequence',
  'health',
  'certificate',
] as const;
/** `external`: another system judges; such a rule is made by its integration and cannot be chosen here. */
export type ConditionKind = (typeof conditionKinds)[number] | 'external';

/** Kinds that ask a query of the datasource. */
export const queriedKinds: readonly ConditionKind[] = ['threshold', 'compared', 'steady', 'rate', 'absence'];

/** Kinds that count rows, whatever calculation the query names. */
export const countingKinds: readonly ConditionKind[] = ['rate', 'absence'];

export const conditionTexts: Record<
  (typeof conditionKinds)[number],
  { label: string; description: string; group: string }
> = {
  threshold: {
    label: 'A value beyond a limit',
    description: 'As in: p75 of LCP is above 2.5 s',
    group: 'Numbers',
  },
  compared: {
    label: 'A change against an earlier time',
    description: 'Against the window before, yesterday or last week at this time',
    group: 'Numbers',
  },
  steady: {
    label: 'A steady rise or fall',
    description: 'Slow changes that no single limit sees',
    group: 'Numbers',
  },
  rate: { label: 'Too many a minute', description: 'Events, errors or measurements a minute', group: 'Numbers' },
  absence: { label: 'Nothing any more', description: 'No data where there used to be some', group: 'Numbers' },
  message: {
    label: 'An error message that matches',
    description: 'A regular expression on message or stack',
    group: 'Errors',
  },
  new_group: { label: 'A new error', description: 'A cause that was never seen before', group: 'Errors' },
  regressed: {
    label: 'A resolved error that is back',
    description: 'After somebody said it was done',
    group: 'Errors',
  },
  spread: { label: 'An error that spreads', description: 'To many users, pages or releases', group: 'Errors' },
  sequence: {
    label: 'One event after another, or not',
    description: 'In one session: as a payment that is not confirmed',
    group: 'Events',
  },
  health: { label: 'A service that is down or slow', description: 'By its health checks', group: 'Health' },
  certificate: { label: 'A certificate that expires', description: 'Days before it does', group: 'Health' },
};
