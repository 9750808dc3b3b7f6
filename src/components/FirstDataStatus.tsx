import { Icon, LinkButton, Spinner, Stack, Text } from '@grafana/ui';
import React from 'react';
import { pagePaths } from '../contract/pagePaths';
import type { FirstData } from '../contract/resources/apps';
import { formatTime } from './formatTime';

interface Props {
  /** Undefined before the first answer. */
  firstData?: FirstData;
}

const kinds: Record<string, string> = {
  analytics_events: 'events',
  performance_data: 'performance readings',
  error_logs: 'errors',
  monitoring_metrics: 'metrics',
  system_health: 'health results',
  spans: 'spans',
};

/** Which tables have received how much, in words: `12 events, 5 errors`. */
export function countsText(counts: FirstData['counts']): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([table, count]) => `${count.toLocaleString('en')} ${kinds[table] ?? table}`)
    .join(', ');
}

/** Waits for an app's first data, and turns green when it is there. */
export function FirstDataStatus({ firstData }: Props) {
  if (!firstData?.received) {
    return (
      <Stack gap={1} alignItems="center">
        <Spinner />
        <div role="status">Waiting for first data… Paste the snippet and open a page of your site.</div>
      </Stack>
    );
  }
  const counts = countsText(firstData.counts);
  return (
    <Stack gap={2} alignItems="center" wrap="wrap">
      <Stack gap={1} alignItems="center">
        <Text color="success">
          <Icon name="check-circle" />
        </Text>
        <div role="status">
          <Text color="success">
            Data arrives{firstData.first_at ? ` since ${formatTime(firstData.first_at)}` : ''}
            {counts && `: ${counts}`}
          </Text>
        </div>
      </Stack>
      <LinkButton size="sm" variant="secondary" href={pagePaths.overview}>
        Open the overview
      </LinkButton>
    </Stack>
  );
}
