import { alertRulesAsCode } from '../domain/alerting/asCode/alertRules';
import { maintenanceWindowsAsCode } from '../domain/alerting/asCode/maintenanceWindows';
import { notificationChannelsAsCode } from '../domain/alerting/asCode/notificationChannels';
import { silencesAsCode } from '../domain/alerting/asCode/silences';
import { checkRule } from '../domain/alerting/rules/checkRule';
import type { CodeKind } from '../domain/asCode/CodeKind';
import { ruleChecks } from '../http/admin/ruleChecks';
import type { Clock } from '../lib/Clock';
import type { Store } from '../store/openStore';

/** Names of the lists that files can hold. */
export const codeKindNames = ['notification_channels', 'alert_rules', 'silences', 'maintenance_windows'] as const;

/** Everything that files can hold, what others refer to first. */
export function codeKinds(
  store: Pick<Store, 'channels' | 'alertRules' | 'silences' | 'maintenanceWindows'>,
  clock: Clock
): CodeKind[] {
  return [
    notificationChannelsAsCode(store.channels),
    alertRulesAsCode(store.alertRules, (who, rule) => void checkRule(rule, ruleChecks(who, clock.now()))),
    silencesAsCode(store.silences, () => clock.now()),
    maintenanceWindowsAsCode(store.maintenanceWindows),
  ];
}
