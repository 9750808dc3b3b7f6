import { css } from '@emotion/css';
import { dateTime, type GrafanaTheme2 } from '@grafana/data';
import { Badge, Text, TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatTime } from '../../components/formatTime';
import { wrappingRow } from '../../components/wrappingRow';
import { incidentPath } from '../../contract/pagePaths';
import type { Incident } from '../../contract/resources/incidents';
import { durationText } from './durationText';
import { StatusBadge } from './StatusBadge';

/** How long an incident lasted, or has lasted so far. Seconds. */
export function secondsOf({ started_at, ended_at }: Pick<Incident, 'started_at' | 'ended_at'>): number {
  return (dateTime(ended_at ?? undefined).valueOf() - dateTime(started_at).valueOf()) / 1000;
}

/** One incident of a list. */
export function IncidentRow({ incident }: { incident: Incident }) {
  const styles = useStyles2(getStyles);
  const { id, service_name: service, started_at, ended_at, cause } = incident;
  return (
    <div className={styles.row}>
      <span className={styles.name}>
        <TextLink href={incidentPath(id)} inline={false}>
          {service}
        </TextLink>
        <Text variant="bodySmall" color="secondary">
          {cause}
        </Text>
      </span>
      <StatusBadge status={incident.worst_status} />
      <span className={styles.times}>
        {ended_at === null ? <Badge text="Goes on" color="red" /> : 'Ended'}{' '}
        <Text variant="bodySmall" color="secondary">
          {formatTime(started_at)}, {durationText(secondsOf(incident))}
        </Text>
      </span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css(wrappingRow(theme)),
  name: css({ flex: '1 1 260px', minWidth: 0, overflowWrap: 'anywhere', display: 'flex', flexDirection: 'column' }),
  times: css({ flex: '0 1 260px' }),
});
