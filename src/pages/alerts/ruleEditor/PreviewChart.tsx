import { EventBusSrv, type ThresholdsConfig } from '@grafana/data';
import { PanelRenderer } from '@grafana/runtime';
import { PanelContextProvider, type PanelContext } from '@grafana/ui';
import React, { useMemo } from 'react';
import { useElementSize } from '../../../components/useElementSize';
import type { MeasuredUnit } from '../../../contract/alerting/MeasuredUnit';
import type { Comparison } from '../../../contract/alerting/words';
import type { AlertPreview } from '../../../contract/resources/alertPreviews';
import { limitConfig, previewData } from './previewData';

interface Props {
  preview: AlertPreview;
  unit: MeasuredUnit | undefined;
  operator: Comparison;
  /** Undefined where the condition has no single limit, or none is typed yet. */
  limit: number | undefined;
  /** Somebody dragged the limit; without it the limit stays where it is. */
  onLimit?: (limit: number) => void;
}

const height = 280;
const options = {
  legend: { showLegend: true, displayMode: 'list', placement: 'bottom', calcs: [] },
  tooltip: { mode: 'single', sort: 'none' },
};

/** What was judged, the limit, and the alerts that would have opened. The limit's handle at the right can be dragged. */
export function PreviewChart({ preview, unit, operator, limit, onLimit }: Props) {
  const { ref, width } = useElementSize();
  const data = useMemo(() => previewData(preview, unit), [preview, unit]);
  const fieldConfig = useMemo(
    () => ({ defaults: limitConfig(limit, operator, unit), overrides: [] }),
    [limit, operator, unit]
  );
  const context = useMemo(
    (): PanelContext => ({
      eventBus: new EventBusSrv(),
      eventsScope: 'seamark-rule-preview',
      canEditThresholds: onLimit !== undefined && limit !== undefined,
      showThresholds: limit !== undefined,
      onThresholdsChange: ({ steps }: ThresholdsConfig) => {
        const dragged = steps.find(({ value }) => Number.isFinite(value));
        if (dragged) {
          onLimit?.(Number(dragged.value.toPrecision(4)));
        }
      },
    }),
    [limit, onLimit]
  );
  return (
    <div ref={ref} style={{ width: '100%', height }}>
      {width > 0 && (
        <PanelContextProvider value={context}>
          <PanelRenderer
            title="What would have been judged"
            pluginId="timeseries"
            width={width}
            height={height}
            data={data}
            options={options}
            fieldConfig={fieldConfig}
          />
        </PanelContextProvider>
      )}
    </div>
  );
}
