import { Box, Text, TextLink, useStyles2 } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { actOnAlert } from '../../api/actOnAlerts';
import { callRoute } from '../../api/callRoute';
import { mayEdit } from '../../api/datasource';
import { useAlertRules } from '../../api/useAlertRules';
import { useLive } from '../../api/useLive';
import { AlertActions } from '../../components/alerts/AlertActions';
import { AlertRow } from '../../components/alerts/AlertRow';
import { getRowStyles } from '../../components/alerts/alertRowStyles';
import type { Deed } from '../../components/alerts/deedTexts';
import { measuredTexts } from '../../components/alerts/measuredTexts';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Skeleton } from '../../components/Skeleton';
import { useNow } from '../../components/useNow';
import { pagePaths } from '../../contract/pagePaths';
import type { ListProps } from './ListPanel';
import { ofChosenApps } from './ofChosenApps';

const everyMs = 10_000;
const mostShown = 20;
const deeds: readonly Deed[] = ['acknowledge'];

/** The newest open alerts. */
export function OpenAlertList({ datasourceUid, apps }: Omit<ListProps, 'range'>) {
  const styles = useStyles2(getRowStyles);
  const now = useNow(everyMs);
  const [asking, setAsking] = useState<string>();
  const rules = useAlertRules(datasourceUid);
  const { value, error, reload } = useLive(
    useCallback(
      () => callRoute(datasourceUid, 'listAlertInstances', { query: { status: 'active,acknowledged', limit: 100 } }),
      [datasourceUid]
    ),
    everyMs
  );
  if (error && !value) {
    return <ErrorNotice title="The alerts cannot be read" message={error.message} onRetry={reload} />;
  }
  if (!value) {
    return <Skeleton label="Loading the alerts" lines={4} />;
  }
  const open = ofChosenApps(value.items, apps);
  const shown = open.slice(0, mostShown);
  if (open.length === 0) {
    return (
      <Box padding={2}>
        <Text color="secondary">
          {rules?.size === 0 ? (
            <>
              No alert rule yet. <TextLink href={pagePaths.alertRules}>Create one</TextLink> to be told when something
              breaks.
            </>
          ) : (
            'All quiet: nothing fires.'
          )}
        </Text>
      </Box>
    );
  }
  return (
    <>
      <ul className={styles.list} aria-label="Open alerts">
        {shown.map((alert) => (
          <AlertRow
            key={alert.id}
            alert={{ ...alert, ...measuredTexts(alert, rules?.get(alert.alert_rule_id)) }}
            now={now}
            showStatus
            showRule={false}
            {...(mayEdit() && {
              actions: (
                <AlertActions
                  alert={alert}
                  deeds={deeds}
                  asking={asking === alert.id ? 'acknowledge' : undefined}
                  onAsk={(deed) => setAsking(deed && alert.id)}
                  onSend={async (deed, said) => {
                    await actOnAlert(datasourceUid, alert, { act: deed, ...said });
                    reload();
                  }}
                  onReload={() => {
                    setAsking(undefined);
                    reload();
                  }}
                />
              ),
            })}
          />
        ))}
      </ul>
      {open.length > shown.length && (
        <Box padding={1}>
          <TextLink href={pagePaths.alerts} variant="bodySmall">{`All ${open.length} open alerts`}</TextLink>
        </Box>
      )}
    </>
  );
}
