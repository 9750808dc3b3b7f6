import { alertRulesAsCode } from '../domain/alerting/asCode/alertRules';
import { maintenanceWindowsAsCode } from '../domain/alerting/asCode/maintenanceWindows';
import { notificationChannelsAsCode } from '../domain/alerting/asCode/notificationChannels';
import { silencesAsCode } from '../domain/alerting/asCode/silences';
import { checkRule } from '../domain/alerting/rules/checkRule';
import { healthChecksAsCode } from '../domain/health/asCode/healthChecks';
import { checkHealthCheck } from '../domain/health/checks/checkHealthCheck';
import type { CodeKind } from '../domain/asCode/CodeKind';
import { conditionChecks } from '../http/admin/conditionChecks';
import type { Clock } from '../lib/Clock';
import { addressGuard } from '../lib/outbound/AddressGuard';
import type { Store } from '../store/openStore';

/** Names of the lists that files can hold. */
export const codeKindNames = [
  'notification_channels',
  'alert_rules',
  'silences',
  'maintenance_windows',
  'health_checks',
] as const;

/** Everything that files can hold, what others refer to first. */
export function codeKinds(
  store: Pick<Store, 'channels' | 'alertRules' | 'silences' | 'maintenanceWindows' | 'healthChecks'>,
  clock: Clock,
  probeAllow: readonly string[] = []
): CodeKind[] {
  const guard = addressGuard(probeAllow, 'SEAMARK_PROBE_ALLOW');
  return [
    notificationChannelsAsCode(store.channels),
    alertRulesAsCode(store.alertRules, (who, rule) => void checkRule(rule, conditionChecks(who.orgId, clock.now()))),
    silencesAsCode(store.silences, () => clock.now()),
    maintenanceWindowsAsCode(store.maintenanceWindows),
    healthChecksAsCode(store.healthChecks, (who, check, secrets = {}) => {
      const names = Object.keys(secrets) as Array<keyof typeof secrets>;
      checkHealthCheck(check, names, { guard, ...conditionChecks(who.orgId, clock.now()) });
    }),
  ];
}
