import type { DecideErrorGroups } from '../../contract/resources/bulkErrorGroups';

/** What a person decides, about one group or many. */
export type Decision = Pick<DecideErrorGroups, 'act' | 'in' | 'until' | 'until_events'>;
