import type { CreateAlertRule } from '../../../../src/contract/resources/alertRules';
import type { CreateIntegration } from '../../../../src/contract/resources/integrations';

/** Another system may have more alerts open than a rule of ours has groups. */
const mostAlerts = 1000;

const systems: Readonly<Record<CreateIntegration['kind'], string>> = {
  grafana: 'Grafana',
  alertmanager: 'Alertmanager',
};

/** The rule under which the alerts of another system are kept: that system judges, so nothing is evaluated here. */
export function ruleOfIntegration(id: string, { name, kind }: CreateIntegration): CreateAlertRule {
  return {
    name,
    description: `Alerts that ${systems[kind]} sends`,
    condition_type: 'pattern',
    condition_config: { kind: 'external', integration_id: id },
    severity: 'medium',
    cooldown_minutes: 0,
    max_label_sets: mostAlerts,
  };
}
