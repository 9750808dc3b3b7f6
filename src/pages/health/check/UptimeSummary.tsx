import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React, { useCallback } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useLive } from '../../../api/useLive';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Skeleton } from '../../../components/Skeleton';
import type { HealthCheck } from '../../../contract/resources/healthChecks';
import type { TargetedPeriod, UptimeReport } from '../../../contract/resources/incidents';
import { DayBars } from '../DayBars';
import { durationText, uptimeText } from '../durationText';

const refreshMs = 60_000;
const periods = [
  ['day', 'Last 24 hours'],
  ['week', 'Last 7 days'],
  ['month', 'Last 30 days'],
  ['quarter', 'Last 90 days'],
] as const;

interface Props {
  datasourceUid: string;
  check: HealthCheck;
}

/** Uptime by period, against the target if there is one, and the last 90 days as bars. */
export function UptimeSummary({ datasourceUid, check: { id, service_name: name } }: Props) {
  const styles = useStyles2(getStyles);
  const load = useCallback(() => callRoute(datasourceUid, 'getUptime', { params: { id } }), [datasourceUid, id]);
  const { value: report, error, reload } = useLive(load, refreshMs);
  if (!report) {
    return error ? (
      <ErrorNotice title="The uptime cannot be read" message={error.message} onRetry={reload} />
    ) : (
      <Skeleton label="Loading the uptime" lines={2} />
    );
  }
  return (
    <section aria-label="Uptime">
      <Text element="h3">Uptime</Text>
      <div className={styles.figures}>
        {periods.map(([period, title]) => (
          <Period key={period} title={title} period={report[period]} />
        ))}
        <Budget report={report} />
      </div>
      <DayBars days={report.days} service={name} />
      <Text variant="bodySmall" color="secondary">
        The last {report.days.length} days; hover for what a day was like. Maintenance counts neither way.
      </Text>
    </section>
  );
}

function Period({ title, period }: { title: string; period: TargetedPeriod }) {
  const { budget_left_seconds: left, burn_rate: burn } = period;
  return (
    <div>
      <Text variant="bodySmall" color="secondary">
        {title}
      </Text>
      <Text element="p" variant="h4">
        {uptimeText(period.uptime)}
      </Text>
      <Text element="p" variant="bodySmall" color="secondary">
        {period.down_seconds > 0 ? `${durationText(period.down_seconds)} down` : '\u00a0'}
      </Text>
      {left !== null && (
        <Text element="p" variant="bodySmall" color={left < 0 ? 'error' : 'secondary'}>
          <span title={burn === null ? undefined : `Used ${burn.toFixed(1)} times as fast as allowed`}>
            {budgetText(left)}
          </span>
        </Text>
      )}
    </div>
  );
}

function Budget({ report }: { report: UptimeReport }) {
  const { uptime_target: target, budget_left_seconds: left, burn_rate: burn } = report;
  if (target === null || left === null) {
    return null;
  }
  return (
    <div>
      <Text variant="bodySmall" color="secondary">
        Of a target of {uptimeText(target)}
      </Text>
      <Text element="p" variant="h4" color={left < 0 ? 'error' : 'primary'}>
        {budgetText(left)}
      </Text>
      <Text variant="bodySmall" color={burn !== null && burn > 1 ? 'warning' : 'secondary'}>
        {burn !== null && burn > 0 ? `Used ${burn.toFixed(1)} times as fast as allowed in the last hour` : ' '}
      </Text>
    </div>
  );
}

/** What may still be down, or what was too much. */
function budgetText(left: number): string {
  return left < 0 ? `${durationText(left)} too much` : `${durationText(left)} left`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  figures: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1, 4), margin: theme.spacing(1, 0) }),
});
