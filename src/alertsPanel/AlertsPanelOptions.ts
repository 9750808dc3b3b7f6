import type { PanelOptionsEditorBuilder, SelectableValue } from '@grafana/data';
import { alertStatusTexts } from '../components/alerts/alertStatusTexts';
import { alertStatuses, type AlertStatus } from '../contract/alerting/alertStatuses';
import type { Severity } from '../contract/entities/ErrorLog';
import { severities } from '../contract/severities';

/** What a panel shows of the alerts that its query answers. */
export interface AlertsPanelOptions {
  /** Empty: all. */
  severities: Severity[];
  /** Empty: all. */
  statuses: AlertStatus[];
  /** Conditions on labels, as in `team="web",page_path=~"/cart.*"`; variables are filled in. */
  labels: string;
  showRule: boolean;
  showValue: boolean;
  showActions: boolean;
  maxRows: number;
}

export const defaultOptions: AlertsPanelOptions = {
  severities: [],
  statuses: ['active', 'acknowledged'],
  labels: '',
  showRule: true,
  showValue: true,
  showActions: true,
  maxRows: 100,
};

/** The editor of the options. */
export function addOptions(builder: PanelOptionsEditorBuilder<AlertsPanelOptions>): void {
  builder
    .addMultiSelect({
      path: 'statuses',
      name: 'States',
      description: 'All where none is chosen.',
      defaultValue: defaultOptions.statuses,
      settings: { options: choices(alertStatuses, (status) => alertStatusTexts[status].label) },
    })
    .addMultiSelect({
      path: 'severities',
      name: 'Severities',
      description: 'All where none is chosen.',
      defaultValue: defaultOptions.severities,
      settings: { options: choices([...severities].reverse(), (severity) => severity) },
    })
    .addTextInput({
      path: 'labels',
      name: 'Labels',
      description: 'Variables can be used, those with several values as team=~"${team:regex}".',
      defaultValue: defaultOptions.labels,
      settings: { placeholder: 'team="web",page_path=~"/cart.*"' },
    })
    .addBooleanSwitch({ path: 'showRule', name: 'Rule', defaultValue: defaultOptions.showRule })
    .addBooleanSwitch({ path: 'showValue', name: 'Value and limit', defaultValue: defaultOptions.showValue })
    .addBooleanSwitch({
      path: 'showActions',
      name: 'Acknowledge and resolve',
      description: 'For Editors and Admins only; never on a public dashboard.',
      defaultValue: defaultOptions.showActions,
    })
    .addNumberInput({
      path: 'maxRows',
      name: 'Rows at most',
      defaultValue: defaultOptions.maxRows,
      settings: { min: 1, max: 1000, integer: true },
    });
}

/** Grafana's types say that a choice of several is chosen from lists; it is chosen from their elements. */
function choices<T>(values: readonly T[], label: (value: T) => string): Array<SelectableValue<T[]>> {
  return values.map((value) => ({ value, label: label(value) })) as unknown as Array<SelectableValue<T[]>>;
}
