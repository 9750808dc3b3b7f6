import { dateTime } from '@grafana/data';
import { Text } from '@grafana/ui';
import React, { useMemo } from 'react';
import { mayEdit } from '../../../api/datasource';
import type { AlertInstanceDetail } from '../../../contract/resources/alertInstances';
import type { AlertRuleDetail } from '../../../contract/resources/alertRules';
import { aroundWhole } from './aroundAlert';
import { seriesOf } from './seriesOf';
import { seriesScene } from './seriesScene';

interface Props {
  datasourceUid: string;
  alert: AlertInstanceDetail;
  rule: AlertRuleDetail;
}

/** The series around an alert. Drawn anew once the alert or its rule is another one, and when it ends. */
export function SeriesChart({ datasourceUid, alert, rule }: Props) {
  const { id, created_at, resolved_at, title } = alert;
  // Each reading brings new objects; what is drawn depends on what they say.
  const labels = JSON.stringify(alert.labels);
  const condition = JSON.stringify([rule.condition_type, rule.condition_config]);
  const scene = useMemo(() => {
    const series = seriesOf(rule, alert.labels, mayEdit());
    return (
      series &&
      seriesScene(
        datasourceUid,
        series,
        { created_at, resolved_at, title, labels: alert.labels },
        aroundWhole({ created_at, resolved_at }, series.pointSeconds, dateTime().valueOf())
      )
    );
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [datasourceUid, id, created_at, resolved_at, title, labels, condition]);
  if (!scene) {
    return <Text color="secondary">What this rule looks at is no series that could be drawn.</Text>;
  }
  // A scene takes whatever room a flex box leaves; in a block it is as high as its chart.
  return (
    <div>
      <scene.Component model={scene} />
    </div>
  );
}
