import { dateTime } from '@grafana/data';
import { Badge, Text, TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';
import { reportedServicePath } from '../../../contract/pagePaths';
import { StatusBadge } from '../StatusBadge';
import { cardStyles } from './cardStyles';
import type { ReportedService } from './lastDay';
import { LatencyLine } from './LatencyLine';

/** A service that says of itself how it is: what it said last, and when. */
export function ReportedCard({ service }: { service: ReportedService }) {
  const styles = useStyles2(cardStyles);
  const { app, service_name: name, status, lastHeard, latencies } = service;
  return (
    <div className={styles.card}>
      <div className={styles.name}>
        <TextLink href={reportedServicePath(app, name)} inline={false}>
          {name}
        </TextLink>
        <Text variant="bodySmall" color="secondary">
          Reported by {app}
        </Text>
      </div>
      <div className={styles.state}>
        <StatusBadge status={status} />
        <Text variant="bodySmall" color="secondary">
          heard of {dateTime(lastHeard).fromNow()}
        </Text>
      </div>
      <div className={styles.latency}>{latencies && <LatencyLine values={latencies} />}</div>
      <div className={styles.days}>
        <Badge text="Reported" color="blue" icon="upload" tooltip="It says so itself; no check looks at it" />
      </div>
    </div>
  );
}
