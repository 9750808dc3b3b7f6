import type { Migration } from './Migration';
import { openPolicy } from './policies';

/** Silences that ended long ago are deleted by a job. */
export const m0025OldSilences: Migration = {
  version: 25,
  name: 'old silences',
  statements: ({ jobs }) => [openPolicy('silences', jobs, 'delete'), `grant delete on silences to ${jobs}`],
};
