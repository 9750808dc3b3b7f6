import { css } from '@emotion/css';
import { LoadingState, type GrafanaTheme2 } from '@grafana/data';
import {
  SceneObjectBase,
  type SceneComponentProps,
  type SceneObjectState,
  type SceneQueryRunner,
} from '@grafana/scenes';
import { PanelChrome, Text, TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';
import { RatingBar } from '../../components/RatingBar';
import { formatVital, limitsText, vitalTexts } from '../../components/vitalTexts';
import { webVitalPath } from '../../contract/pagePaths';
import { webVitals } from '../../contract/webVitals';
import { readVitals } from './readVitals';

interface VitalsStripState extends SceneObjectState {
  $data: SceneQueryRunner;
}

/** The five vitals beside each other: p75 and how the page views were rated. */
export class VitalsStrip extends SceneObjectBase<VitalsStripState> {
  static readonly Component = VitalsStripRenderer;
}

function VitalsStripRenderer({ model }: SceneComponentProps<VitalsStrip>) {
  const styles = useStyles2(getStyles);
  const { data } = model.state.$data.useState();
  const read = readVitals(data?.series ?? []);
  const loading = data?.state === LoadingState.Loading;
  return (
    <PanelChrome
      title="Web Vitals"
      description="The value that three of four page views stayed within (p75), and the share of page views rated good, needs improvement and poor."
      loadingState={loading ? LoadingState.Loading : undefined}
      statusMessage={data?.errors?.[0]?.message}
    >
      <div className={styles.strip}>
        {webVitals.map((metric) => {
          const vital = read[metric];
          return (
            <div key={metric} className={styles.vital} title={`${vitalTexts[metric].meaning} ${limitsText(metric)}.`}>
              <div className={styles.head}>
                <TextLink href={webVitalPath(metric)} inline={false} color="primary">
                  {metric}
                </TextLink>
                <Text variant="body" color={vital ? 'primary' : 'secondary'} tabular>
                  {vital ? formatVital(metric, vital.p75) : loading ? '…' : 'No data'}
                </Text>
              </div>
              <RatingBar name={metric} shares={vital?.shares} />
            </div>
          );
        })}
      </div>
    </PanelChrome>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  strip: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))',
    gap: theme.spacing(2, 3),
    padding: theme.spacing(0, 1, 1),
  }),
  vital: css({ minWidth: 0 }),
  head: css({ display: 'flex', justifyContent: 'space-between', marginBottom: theme.spacing(0.5) }),
});
