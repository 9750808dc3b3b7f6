import type { BadgeColor } from '@grafana/ui';
import type { ErrorGroupStatus } from '../../contract/errorGroupStates';

/** How a state of a group is called and coloured. */
export const statusTexts: Record<ErrorGroupStatus, { label: string; color: BadgeColor; description: string }> = {
  unresolved: { label: 'Unresolved', color: 'orange', description: 'Waits for somebody' },
  regressed: { label: 'Regressed', color: 'red', description: 'Was resolved and came back' },
  ignored: { label: 'Ignored', color: 'darkgrey', description: 'Nobody wants to hear of it for now' },
  resolved: { label: 'Resolved', color: 'green', description: 'Done, until it comes again' },
};

/** Whether a group waits for somebody. */
export function isOpen({ status }: { status: ErrorGroupStatus }): boolean {
  return status === 'unresolved' || status === 'regressed';
}
