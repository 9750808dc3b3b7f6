import type { ShownAlert } from '../components/alerts/ShownAlert';
import type { LabelMatcher } from '../contract/alerting/LabelMatcher';
import { parseMatchers } from '../contract/alerting/parseMatchers';
import type { AlertsPanelOptions } from './AlertsPanelOptions';

/** The alerts that a panel shows, or what is wrong with its filter on labels. */
export function filterAlerts(
  alerts: readonly ShownAlert[],
  options: Pick<AlertsPanelOptions, 'severities' | 'statuses'>,
  labels: string
): { alerts: ShownAlert[] } | { problem: string } {
  const matchers = parseMatchers(labels);
  if (matchers === undefined) {
    return { problem: `The filter on labels cannot be read: ${labels}. Write it as team="web",page_path=~"/cart.*".` };
  }
  try {
    const fits = matchers.map(matcherOf);
    return {
      alerts: alerts.filter(
        (alert) =>
          isChosen(options.severities, alert.severity) &&
          isChosen(options.statuses, alert.status) &&
          fits.every((fit) => fit(alert))
      ),
    };
  } catch {
    return { problem: `The filter on labels holds an expression that is none: ${labels}.` };
  }
}

function isChosen<T>(chosen: readonly T[], value: T): boolean {
  return chosen.length === 0 || chosen.includes(value);
}

/** Throws where the value is no regular expression. A label that is missing counts as empty, as in Alertmanager. */
function matcherOf({ name, operator, value }: LabelMatcher): (alert: ShownAlert) => boolean {
  const textOf = ({ labels, rule_name, severity }: ShownAlert): string => {
    const own = Object.hasOwn(labels, name) ? labels[name] : undefined;
    return own ?? (name === 'alertname' ? (rule_name ?? '') : name === 'severity' ? severity : '');
  };
  switch (operator) {
    case '=':
      return (alert) => textOf(alert) === value;
    case '!=':
      return (alert) => textOf(alert) !== value;
    default: {
      const whole = new RegExp(`^(?:${value})$`, 's');
      return (alert) => whole.test(textOf(alert)) === (operator === '=~');
    }
  }
}
