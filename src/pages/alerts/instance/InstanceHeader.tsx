import { urlUtil } from '@grafana/data';
import { Stack, Text, TextLink } from '@grafana/ui';
import React from 'react';
import { AlertBadges } from '../../../components/alerts/AlertBadges';
import { LabelChips } from '../../../components/alerts/LabelChips';
import { measuredTexts } from '../../../components/alerts/measuredTexts';
import { SeverityStripe } from '../../../components/alerts/SeverityStripe';
import { subjectOf } from '../../../components/alerts/subjectOf';
import { whoHasIt } from '../../../components/alerts/whoHasIt';
import { formatTime } from '../../../components/formatTime';
import { useNow } from '../../../components/useNow';
import { describeCondition } from '../../../contract/alerting/describeCondition';
import { describeDuration } from '../../../contract/alerting/describeDuration';
import { alertRulePath, errorFingerprintPath } from '../../../contract/pagePaths';
import type { AlertInstanceDetail } from '../../../contract/resources/alertInstances';
import type { AlertRuleDetail } from '../../../contract/resources/alertRules';

interface Props {
  alert: AlertInstanceDetail;
  rule: AlertRuleDetail | undefined;
}

const everyMs = 1000;

/** What fires, how bad, since when, by which rule, and who has it. */
export function InstanceHeader({ alert, rule }: Props) {
  const { measured, limit } = measuredTexts(alert, rule);
  return (
    <Stack gap={2}>
      <SeverityStripe severity={alert.severity} faint={alert.status === 'resolved'} />
      <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Stack direction="column" gap={1}>
          <Text element="h2">{alert.title}</Text>
          <AlertBadges alert={alert} show={{ status: true, severity: true }} />
          {alert.message !== '' && <Text>{alert.message}</Text>}
          <LabelChips labels={alert.labels} subject={subjectOf(alert)} />
          {alert.labels.fingerprint && <TextLink href={errorOf(alert.labels)}>Open the error it is about</TextLink>}
          <Stack gap={2} wrap="wrap">
            <Timer alert={alert} />
            {measured !== undefined && (
              <Text>
                {alert.status === 'resolved' ? 'Last' : 'Now'} {measured}
                {limit !== undefined && `, fires ${limit}`}
              </Text>
            )}
            <Text color="secondary">
              Fired in {alert.firings.toLocaleString()} {alert.firings === 1 ? 'evaluation' : 'evaluations'}
              {alert.last_fired_at !== null && `, last at ${formatTime(alert.last_fired_at)}`}
            </Text>
          </Stack>
          {rule ? (
            <Text color="secondary">
              Rule <TextLink href={alertRulePath(rule.id)}>{rule.name}</TextLink>: {describeCondition(rule)}
              {!rule.enabled && ' (disabled)'}
            </Text>
          ) : (
            <Text color="secondary">The rule that opened it was deleted.</Text>
          )}
        </Stack>
      </div>
    </Stack>
  );
}

/** Where the error that labels name is shown. */
function errorOf({ app = '', fingerprint = '' }: AlertInstanceDetail['labels']): string {
  return urlUtil.renderUrl(errorFingerprintPath(fingerprint), { 'var-app': app });
}

/** How long it has fired and who has had it for how long, counting on. */
function Timer({ alert }: Pick<Props, 'alert'>) {
  const now = useNow(everyMs);
  const until = alert.resolved_at === null ? now : Date.parse(alert.resolved_at);
  const who = whoHasIt(alert, now);
  const lasted = describeDuration((until - Date.parse(alert.created_at)) / 1000);
  return (
    <>
      <Text tabular>
        {alert.resolved_at === null ? `Fires for ${lasted}` : `Fired for ${lasted}`}, since{' '}
        {formatTime(alert.created_at)}
      </Text>
      <Text>
        {who === undefined ? 'Nobody has it' : alert.status === 'resolved' ? who : `With ${who}`}
        {alert.status === 'acknowledged' &&
          alert.acknowledged_until !== null &&
          `, until ${formatTime(alert.acknowledged_until)}`}
      </Text>
    </>
  );
}
