import { dateTime } from '@grafana/data';
import { Text, TextLink, useStyles2 } from '@grafana/ui';
import React, { useCallback } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useLoaded } from '../../../api/useLoaded';
import { LabelChips } from '../../../components/alerts/LabelChips';
import { formatTime } from '../../../components/formatTime';
import { kindOf } from '../../../contract/health/kinds/kinds';
import { healthCheckPath, incidentPath } from '../../../contract/pagePaths';
import type { HealthCheck } from '../../../contract/resources/healthChecks';
import { DayBars } from '../DayBars';
import { uptimeText } from '../durationText';
import { StatusBadge } from '../StatusBadge';
import { cardStyles } from './cardStyles';
import { LatencyLine } from './LatencyLine';
import { useSeen } from './useSeen';

interface Props {
  datasourceUid: string;
  check: HealthCheck;
  /** Response times of the last day; undefined where there are none. */
  latencies: ReadonlyArray<number | null> | undefined;
}

/** One service: how it is, since when, how fast, and what its last 90 days were like. */
export function ServiceCard({ datasourceUid, check, latencies }: Props) {
  const styles = useStyles2(cardStyles);
  const { id, service_name: name } = check;
  const { ref, seen } = useSeen<HTMLDivElement>();
  return (
    <div ref={ref} className={styles.card}>
      <div className={styles.name}>
        <TextLink href={healthCheckPath(id)} inline={false}>
          {name}
        </TextLink>
        <Text variant="bodySmall" color="secondary">
          {kindOf(check.kind).label}
          {check.response_time_ms !== null && ` · ${Math.round(check.response_time_ms).toLocaleString('en')} ms`}
          {!check.enabled && ' · switched off'}
        </Text>
        <LabelChips labels={check.labels} />
      </div>
      <div className={styles.state}>
        <StatusBadge status={check.status} inMaintenance={check.in_maintenance} />
        <Text variant="bodySmall" color="secondary">
          {check.status_since !== null && (
            <span title={formatTime(check.status_since)}>for {dateTime(check.status_since).fromNow(true)}</span>
          )}
        </Text>
        {check.status !== 'healthy' && check.last_error !== null && (
          <Text variant="bodySmall" color={check.status === 'down' ? 'error' : 'warning'}>
            {check.last_error}
          </Text>
        )}
        {check.open_incident_id !== null && (
          <TextLink href={incidentPath(check.open_incident_id)} variant="bodySmall" inline={false}>
            Open incident
          </TextLink>
        )}
      </div>
      <div className={styles.latency}>{latencies && <LatencyLine values={latencies} />}</div>
      <div className={styles.days}>{seen && <Days datasourceUid={datasourceUid} check={check} />}</div>
    </div>
  );
}

/** The last 90 days, once somebody looks. */
function Days({ datasourceUid, check: { id, service_name: name } }: Pick<Props, 'datasourceUid' | 'check'>) {
  const load = useCallback(() => callRoute(datasourceUid, 'getUptime', { params: { id } }), [datasourceUid, id]);
  const { value: uptime } = useLoaded(load);
  return (
    <>
      {uptime && <DayBars days={uptime.days} service={name} />}
      <Text variant="bodySmall" color="secondary">
        {uptime ? `Uptime in 30 days: ${uptimeText(uptime.month.uptime)}` : ' '}
      </Text>
    </>
  );
}
