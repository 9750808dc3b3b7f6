import { Alert, TextLink } from '@grafana/ui';
import React from 'react';
import { concernTexts } from '../../../components/alerts/concernTexts';
import { formatTime } from '../../../components/formatTime';
import { alertRulePath } from '../../../contract/pagePaths';
import type { AlertInstanceDetail } from '../../../contract/resources/alertInstances';
import type { AlertRuleDetail } from '../../../contract/resources/alertRules';

interface Props {
  alert: AlertInstanceDetail;
  /** Undefined while it is read, and where it was deleted. */
  rule: AlertRuleDetail | undefined;
}

/** What a person must know before they rely on what they see: flapping, silenced, no data, a rule that fails. */
export function Explanations({ alert, rule }: Props) {
  const concern = concernTexts[alert.concern];
  const failure = alert.status === 'resolved' ? undefined : rule?.last_evaluation?.error;
  return (
    <>
      {concern && (
        <Alert severity="warning" title={concern.label}>
          {concern.description}
        </Alert>
      )}
      {failure && (
        <Alert severity="warning" title="Its rule cannot be evaluated right now">
          The value and the state below may be old: until it works again nothing opens and nothing recovers. The rule
          says: {failure}. <TextLink href={alertRulePath(alert.alert_rule_id)}>Open the rule</TextLink>
        </Alert>
      )}
      {alert.is_flapping && alert.status !== 'resolved' && (
        <Alert severity="info" title="It flaps">
          It opened and recovered so often of late that it now stays open until it has been quiet for 15 minutes, and
          nobody is told of each change. A wider window, a recovery value or a pending period makes a rule steadier.
        </Alert>
      )}
      {alert.silenced_until !== null && alert.status !== 'resolved' && (
        <Alert severity="info" title={`Silenced until ${formatTime(alert.silenced_until)}`}>
          {alert.silenced_by ? `The ${alert.silenced_by.kind} “${alert.silenced_by.name}” fits its labels. ` : ''}
          Nobody is told of it meanwhile; where it still fires at the end, one message goes out.
        </Alert>
      )}
    </>
  );
}
