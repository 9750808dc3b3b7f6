import type { MaintenanceWindow } from '../../../../src/contract/resources/maintenanceWindows';

/** What holds for a window that does not say otherwise. */
export function windowDefaults(): Pick<
  MaintenanceWindow,
  'comment' | 'matchers' | 'services' | 'repeat' | 'repeat_until'
> {
  return { comment: '', matchers: [], services: [], repeat: null, repeat_until: null };
}
