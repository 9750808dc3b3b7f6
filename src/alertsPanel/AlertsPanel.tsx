import { LoadingState, type PanelProps } from '@grafana/data';
import { config } from '@grafana/runtime';
import { ScrollContainer, Text, useStyles2 } from '@grafana/ui';
import React, { useCallback, useMemo, useRef, useState } from 'react';
import { actOnAlert } from '../api/actOnAlerts';
import { callRoute } from '../api/callRoute';
import { AlertActions } from '../components/alerts/AlertActions';
import { AlertRow } from '../components/alerts/AlertRow';
import { getRowStyles } from '../components/alerts/alertRowStyles';
import type { Said } from '../components/alerts/DeedForm';
import type { Deed } from '../components/alerts/deedTexts';
import type { ShownAlert } from '../components/alerts/ShownAlert';
import { useNow } from '../components/useNow';
import { actingDatasource } from './actingDatasource';
import type { AlertsPanelOptions } from './AlertsPanelOptions';
import { filterAlerts } from './filterAlerts';
import { PanelMessage } from './PanelMessage';
import { readAlerts } from './readAlerts';
import { withNewer, type Newer } from './withNewer';

const everyMs = 15_000;
const deeds: readonly Deed[] = ['acknowledge', 'resolve'];

/** Alerts out of the answers of the panel's queries; acts go through the resources of their datasource. */
export function AlertsPanel({ data, options, replaceVariables, width, height }: PanelProps<AlertsPanelOptions>) {
  const styles = useStyles2(getRowStyles);
  const now = useNow(everyMs);
  const list = useRef<HTMLDivElement>(null);
  const [asking, setAsking] = useState<{ deed: Deed; id: string }>();
  const [newer, setNewer] = useState<Newer>(new Map());
  const read = useMemo(() => readAlerts(data.series), [data.series]);
  const labels = replaceVariables(options.labels ?? '');
  const found = useMemo(() => read && filterAlerts(read, options, labels), [read, options, labels]);
  const uid = options.showActions ? actingDatasource(data.request) : undefined;

  const refresh = useCallback(async (datasourceUid: string, id: string) => {
    const alert = await callRoute(datasourceUid, 'getAlertInstance', { params: { id } });
    setNewer((before) => new Map(before).set(id, alert));
  }, []);
  const send = (datasourceUid: string, alert: ShownAlert) => async (deed: Deed, said: Said) => {
    await actOnAlert(datasourceUid, alert, { act: deed, ...said });
    await refresh(datasourceUid, alert.id);
  };

  if (found === undefined) {
    return data.state === LoadingState.Loading ? null : (
      <PanelMessage title="No alerts in these data">
        Choose a Seamark data source for this panel, and in its query the kind Alerts with the format Logs.
      </PanelMessage>
    );
  }
  if ('problem' in found) {
    return <PanelMessage title="Nothing can be shown">{found.problem}</PanelMessage>;
  }
  if (found.alerts.length === 0) {
    return <PanelMessage title="All quiet">No alert fits this panel and its time range.</PanelMessage>;
  }
  const shown = found.alerts.slice(0, options.maxRows).map((alert) => withNewer(alert, newer));
  return (
    <div ref={list} style={{ width, height }}>
      <ScrollContainer height="100%">
        <ul className={styles.list} aria-label="Alerts">
          {shown.map((alert) => (
            <AlertRow
              key={alert.id}
              alert={alert}
              now={now}
              showStatus
              showRule={options.showRule}
              showValue={options.showValue}
              isLinked={!config.publicDashboardAccessToken}
              {...(uid !== undefined && {
                actions: (
                  <AlertActions
                    alert={alert}
                    deeds={deeds}
                    asking={asking?.id === alert.id ? asking.deed : undefined}
                    onAsk={(deed) => setAsking(deed && { deed, id: alert.id })}
                    onSend={send(uid, alert)}
                    onReload={() => {
                      setAsking(undefined);
                      // What cannot be read now comes with the next refresh of the dashboard.
                      void refresh(uid, alert.id).catch(() => undefined);
                    }}
                  />
                ),
              })}
            />
          ))}
        </ul>
        {found.alerts.length > shown.length && (
          <Text color="secondary" variant="bodySmall">
            The newest {shown.length} of {found.alerts.length}; the panel’s options say how many it shows.
          </Text>
        )}
      </ScrollContainer>
    </div>
  );
}
