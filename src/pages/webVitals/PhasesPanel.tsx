import { css } from '@emotion/css';
import { LoadingState, type GrafanaTheme2 } from '@grafana/data';
import {
  SceneObjectBase,
  type SceneComponentProps,
  type SceneObjectState,
  type SceneQueryRunner,
} from '@grafana/scenes';
import { PanelChrome, Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatVital } from '../../components/vitalTexts';
import type { WebVital } from '../../contract/webVitals';
import { meanOfPhase, phases } from './phases';

interface PhasesPanelState extends SceneObjectState {
  metric: WebVital;
  $data: SceneQueryRunner;
}

/** Where the time of a vital goes: the mean of each part, longest bar for the longest part. */
export class PhasesPanel extends SceneObjectBase<PhasesPanelState> {
  static readonly Component = PhasesPanelRenderer;
}

function PhasesPanelRenderer({ model }: SceneComponentProps<PhasesPanel>) {
  const styles = useStyles2(getStyles);
  const { metric, $data } = model.useState();
  const { data } = $data.useState();
  const parts = phases[metric].map(({ field, title }) => ({
    title,
    mean: meanOfPhase(data?.series.find(({ refId }) => refId === field)),
  }));
  const loading = data?.state === LoadingState.Loading;
  const longest = Math.max(...parts.map(({ mean }) => mean ?? 0));

  return (
    <div className={styles.panel}>
      <PanelChrome
        title="Where the time goes"
        description={`Mean duration of each part of ${metric}; together they are the mean ${metric}. From at most 5,000 page views of the time range.`}
        loadingState={loading ? LoadingState.Loading : undefined}
        statusMessage={data?.errors?.[0]?.message}
      >
        {longest === 0 && data?.state === LoadingState.Done ? (
          <Text color="secondary">
            No parts were measured in this time range. Browsers send them with the Faro SDK from version 2 on.
          </Text>
        ) : (
          <ol className={styles.list}>
            {parts.map(({ title, mean }) => (
              <li key={title}>
                <div className={styles.head}>
                  <span>{title}</span>
                  <Text tabular>{mean === undefined && loading ? '…' : formatVital(metric, mean ?? 0)}</Text>
                </div>
                <div className={styles.bar} style={{ width: longest > 0 ? `${((mean ?? 0) / longest) * 100}%` : 0 }} />
              </li>
            ))}
          </ol>
        )}
      </PanelChrome>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  // The row decides how wide the panel is, not its longest line.
  panel: css({ flex: '1 1 0', minWidth: 0 }),
  list: css({ listStyle: 'none', display: 'grid', gap: theme.spacing(1.5), padding: theme.spacing(0, 1) }),
  head: css({ display: 'flex', justifyContent: 'space-between', gap: theme.spacing(1) }),
  bar: css({
    height: theme.spacing(1),
    minWidth: 1,
    borderRadius: theme.shape.radius.default,
    backgroundColor: theme.visualization.getColorByName('blue'),
  }),
});
