import { css } from '@emotion/css';
import { dateTime, type GrafanaTheme2 } from '@grafana/data';
import { Stack, Text, TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';
import { SeverityStripe } from '../../../components/alerts/SeverityStripe';
import { LabelChips } from '../../../components/alerts/LabelChips';
import { formatTime } from '../../../components/formatTime';
import { wrappingRow } from '../../../components/wrappingRow';
import { describeCondition } from '../../../contract/alerting/describeCondition';
import { alertRulePath } from '../../../contract/pagePaths';
import type { AlertRuleDetail } from '../../../contract/resources/alertRules';
import { FiredDots } from './FiredDots';
import { RuleActions } from './RuleActions';
import { RuleStateBadge } from './RuleStateBadge';

interface Props {
  datasourceUid: string;
  rule: AlertRuleDetail;
  onChange: () => void;
}

/** One rule of the list: what it watches, how it fares, and what can be done with it. */
export function RuleRow({ datasourceUid, rule, onChange }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.row}>
      <SeverityStripe severity={rule.severity} faint={!rule.enabled} />
      <div className={styles.name}>
        <TextLink href={alertRulePath(rule.id)} inline={false}>
          {rule.name}
        </TextLink>
        <Text color="secondary">{describeCondition(rule)}</Text>
        <LabelChips labels={rule.labels} />
      </div>
      <div className={styles.state}>
        <RuleStateBadge rule={rule} />
      </div>
      <div className={styles.times}>
        <LastEvaluation rule={rule} />
      </div>
      <div className={styles.dots}>
        <FiredDots days={rule.fired_days} />
      </div>
      <Stack gap={1} alignItems="center">
        <RuleActions datasourceUid={datasourceUid} rule={rule} onChange={onChange} />
      </Stack>
    </div>
  );
}

function LastEvaluation({ rule }: { rule: AlertRuleDetail }) {
  const { last_evaluation: last, last_triggered, missed_evaluations: missed, suppressed } = rule;
  return (
    <Text variant="bodySmall" color="secondary">
      {last === null ? (
        'Never evaluated'
      ) : (
        <span title={`${formatTime(last.at)}, took ${last.duration_ms.toLocaleString('en')} ms`}>
          Evaluated {dateTime(last.at).fromNow()}
        </span>
      )}
      <br />
      {last_triggered === null ? (
        'Never fired'
      ) : (
        <span title={formatTime(last_triggered)}>Last fired {dateTime(last_triggered).fromNow()}</span>
      )}
      {suppressed > 0 && (
        <>
          <br />
          <span title="The cooldown kept them from opening an alert of their own">
            {suppressed.toLocaleString('en')} held back by the cooldown
          </span>
        </>
      )}
      {missed > 0 && (
        <>
          <br />
          <span title="The server was down or had too much to do when they were due">
            {missed.toLocaleString('en')} {missed === 1 ? 'evaluation' : 'evaluations'} missed
          </span>
        </>
      )}
    </Text>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ ...wrappingRow(theme), gap: theme.spacing(1, 2) }),
  name: css({ flex: '1 1 320px', minWidth: 0, display: 'flex', flexDirection: 'column', gap: theme.spacing(0.25) }),
  state: css({ flex: '0 1 160px', minWidth: 110 }),
  times: css({ flex: '0 0 170px' }),
  dots: css({ flex: '0 0 96px' }),
});
