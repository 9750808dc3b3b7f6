import type { Migration } from './Migration';

/** How long ended silences are kept is an organisation's choice, like all else. */
export const m0027SilenceRetention: Migration = {
  version: 27,
  name: 'silence retention',
  statements: () => [
    `alter table retention_policies drop constraint retention_policies_data_check`,
    `alter table retention_policies add constraint retention_policies_data_check
      check (data in ('analytics', 'performance', 'errors', 'health', 'metrics', 'spans', 'consent', 'silences'))`,
  ],
};
