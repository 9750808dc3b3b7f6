import { Text, TextLink, useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { alertInstancePath, alertRulePath } from '../../contract/pagePaths';
import { describeDuration } from '../../contract/alerting/describeDuration';
import { formatTime } from '../formatTime';
import { AlertBadges } from './AlertBadges';
import { getRowStyles } from './alertRowStyles';
import { LabelChips } from './LabelChips';
import { SeverityStripe } from './SeverityStripe';
import type { ShownAlert } from './ShownAlert';
import { subjectOf } from './subjectOf';
import { whoHasIt } from './whoHasIt';

interface Props {
  alert: ShownAlert;
  /** Epoch milliseconds. */
  now: number;
  /** In front of the title: a check box. */
  lead?: ReactNode;
  /** Behind all else: buttons. */
  actions?: ReactNode;
  /** Below the title: why the row stands here still. */
  note?: string;
  isMarked?: boolean;
  showStatus?: boolean;
  showRule?: boolean;
  showValue?: boolean;
  /** Whether the pages of the app can be reached from here. */
  isLinked?: boolean;
  onLabel?: (name: string, value: string) => void;
}

/** One alert of a list: how bad, what, since when, how far beyond its limit, by which rule, and who has it. */
export function AlertRow({
  alert,
  now,
  lead,
  actions,
  note,
  isMarked = false,
  showStatus = false,
  showRule = true,
  showValue = true,
  isLinked = true,
  onLabel,
}: Props) {
  const styles = useStyles2(getRowStyles);
  const who = whoHasIt(alert, now);
  const ended = alert.status === 'resolved' ? alert.resolved_at : undefined;
  const lasted = ((ended ? Date.parse(ended) : now) - Date.parse(alert.created_at)) / 1000;
  return (
    <li
      className={`${styles.row} ${isMarked ? styles.marked : ''} ${note === undefined ? '' : styles.left}`}
      data-alert-id={alert.id}
    >
      <SeverityStripe severity={alert.severity} faint={alert.status === 'resolved'} />
      {lead}
      <div className={styles.body} style={{ gridTemplateColumns: columnsOf(showValue, showRule) }}>
        <div className={styles.main}>
          <div className={styles.title}>
            {isLinked ? (
              <TextLink
                href={alertInstancePath(alert.id)}
                color="primary"
                inline={false}
                weight="medium"
                data-list-row={lead === undefined ? true : undefined}
              >
                {alert.title}
              </TextLink>
            ) : (
              <Text weight="medium">{alert.title}</Text>
            )}
            <AlertBadges alert={alert} show={{ status: showStatus }} />
          </div>
          <LabelChips labels={alert.labels} subject={subjectOf(alert)} {...(onLabel && { onClick: onLabel })} />
          {note !== undefined && (
            <Text color="secondary" variant="bodySmall" italic>
              {note}
            </Text>
          )}
        </div>
        {showValue && (
          <div className={styles.value}>
            {alert.measured !== undefined && <Text tabular>{alert.measured}</Text>}{' '}
            {alert.limit !== undefined && (
              <Text color="secondary" variant="bodySmall">
                {alert.limit}
              </Text>
            )}
          </div>
        )}
        {showRule && (
          <div className={styles.rule}>
            {isLinked && alert.rule_name !== null && alert.alert_rule_id !== undefined ? (
              <TextLink href={alertRulePath(alert.alert_rule_id)} color="secondary" inline={false} variant="bodySmall">
                {alert.rule_name}
              </TextLink>
            ) : (
              <Text color="secondary" variant="bodySmall">
                {alert.rule_name ?? 'Rule deleted'}
              </Text>
            )}
          </div>
        )}
        <div className={styles.since} title={`Since ${formatTime(alert.created_at)}`}>
          <Text variant="bodySmall" tabular>
            {ended ? 'lasted ' : ''}
            {describeDuration(lasted)}
          </Text>
        </div>
        <div className={styles.who}>
          <Text variant="bodySmall" color={who === undefined ? 'secondary' : 'primary'}>
            {who ?? 'Nobody has it'}
          </Text>
        </div>
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </li>
  );
}

/** Title, value, rule, since when, who has it; the same for every row of a list, so that they stand below each other. */
function columnsOf(showValue: boolean, showRule: boolean): string {
  const wide = 'minmax(0, 1.3fr)';
  return ['minmax(0, 4fr)', ...(showValue ? [wide] : []), ...(showRule ? [wide] : []), '90px', wide].join(' ');
}
