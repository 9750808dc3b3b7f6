import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, EmptyState, LinkButton, Stack, Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { mayEdit } from '../../../api/datasource';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Skeleton } from '../../../components/Skeleton';
import { unitOfAlert } from '../../../components/alerts/unitOfAlert';
import { pagePaths } from '../../../contract/pagePaths';
import type { AlertInstanceDetail } from '../../../contract/resources/alertInstances';
import { Around } from './Around';
import { Explanations } from './Explanations';
import { InstanceActions } from './InstanceActions';
import { InstanceHeader } from './InstanceHeader';
import { SeriesChart } from './SeriesChart';
import { Timeline } from './Timeline';
import { timelineOf } from './timelineOf';
import { useInstance } from './useInstance';

interface Props {
  datasourceUid: string;
  instanceId: string;
}

/** One alert: what fired and how it goes on, what else happened at that time, and what people did about it. */
export function InstanceScreen({ datasourceUid, instanceId }: Props) {
  const styles = useStyles2(getStyles);
  const { value, error, reload } = useInstance(datasourceUid, instanceId);
  if (error?.status === 404 && !value) {
    return (
      <EmptyState
        variant="not-found"
        message="There is no such alert"
        button={<LinkButton href={pagePaths.alerts}>Open the inbox</LinkButton>}
      >
        It may belong to another organisation, or have been too long ago.
      </EmptyState>
    );
  }
  if (error && !value) {
    return <ErrorNotice title="The alert cannot be read" message={error.message} onRetry={reload} />;
  }
  if (!value) {
    return <Skeleton label="Loading the alert" lines={10} />;
  }
  const { alert, history, rule, deliveries } = value;
  const entries = timelineOf(history, deliveries ?? [], unitOfAlert(alert, rule));
  return (
    <Stack direction="column" gap={3}>
      {error && (
        <ErrorNotice title="This may be old: it could not be read anew" message={error.message} onRetry={reload} />
      )}
      <InstanceHeader alert={alert} rule={rule} />
      {mayEdit() ? (
        <InstanceActions datasourceUid={datasourceUid} alert={alert} onChange={reload} />
      ) : (
        <Alert severity="info" title="You can look, but not act">
          Acknowledging, assigning, resolving and commenting need the role Editor: ask an Admin.
        </Alert>
      )}
      <Explanations alert={alert} rule={rule} />
      <div className={styles.columns}>
        <div className={styles.main}>
          {rule && <SeriesChart datasourceUid={datasourceUid} alert={alert} rule={rule} />}
          <Around datasourceUid={datasourceUid} opened={alert.created_at} app={appOf(alert)} />
        </div>
        <section aria-label="Timeline">
          <Stack direction="column" gap={1}>
            <Text element="h3">Timeline</Text>
            {deliveries === undefined && (
              <Text color="secondary" variant="bodySmall">
                Which messages went out is shown to Admins.
              </Text>
            )}
            <Timeline entries={entries} />
          </Stack>
        </section>
      </div>
    </Stack>
  );
}

/** The app that an alert names; undefined where it is about all of them. */
function appOf({ labels }: AlertInstanceDetail): string | undefined {
  return labels.app || undefined;
}

const getStyles = (theme: GrafanaTheme2) => ({
  columns: css({
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 2fr) minmax(260px, 1fr)',
    [theme.breakpoints.down('lg')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  }),
  main: css({ minWidth: 0, display: 'flex', flexDirection: 'column', gap: theme.spacing(3) }),
});
