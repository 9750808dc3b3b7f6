import { CreateMaintenanceWindow } from '../../../../src/contract/resources/maintenanceWindows';
import type { RuleKeeper } from '../rules/AlertRuleRepository';
import { shapeReader } from '../../../lib/shapes/shapeReader';
import { checkWindow } from '../silences/checkMute';
import { MuteProblem } from '../silences/MuteProblem';
import type { MaintenanceRepository } from '../silences/SilenceRepository';
import { windowDefaults } from '../silences/windowDefaults';
import { fieldsOf } from './fieldsOf';
import { readAll } from './readAll';
import { writingTo } from './writingTo';

const read = shapeReader(CreateMaintenanceWindow, '', (field, complaint) => new MuteProblem(field.slice(1), complaint));

/** Maintenance windows in files. */
export function maintenanceWindowsAsCode(windows: MaintenanceRepository) {
  return {
    name: 'maintenance_windows',
    path: '/maintenance-windows',
    role: 'Editor' as const,
    read: (entry: Readonly<Record<string, unknown>>) => {
      const window = { ...windowDefaults(), ...read(entry) };
      checkWindow(window);
      return window;
    },
    list: async (who: RuleKeeper) =>
      (await readAll((page) => windows.list(who, { statuses: [], ...page }))).map((window) => ({
        id: window.id,
        name: window.name,
        entry: fieldsOf(window, Object.keys(CreateMaintenanceWindow.properties)),
      })),
    ...writingTo(windows, read),
  };
}
