import {
  getDisplayProcessor,
  LoadingState,
  type DisplayValue,
  type GrafanaTheme2,
  type PanelData,
} from '@grafana/data';
import {
  SceneObjectBase,
  type SceneComponentProps,
  type SceneObjectState,
  type SceneQueryRunner,
} from '@grafana/scenes';
import { PercentChangeColorMode } from '@grafana/schema';
import {
  BigValue,
  BigValueColorMode,
  BigValueGraphMode,
  BigValueJustifyMode,
  BigValueTextMode,
  PanelChrome,
  TextLink,
  useTheme2,
} from '@grafana/ui';
import React from 'react';
import { changeOf, sparklineOf, valueConfig, type Figure } from './Figure';
import { useElementSize } from './useElementSize';

interface StatTileState extends SceneObjectState {
  title: string;
  /** On hover: what is counted, in which unit. The tile adds what the change compares with. */
  description: string;
  figure: Figure;
  $data: SceneQueryRunner;
  /** The same queries over the previous period. */
  previous: SceneQueryRunner;
  link?: { href: string; text: string };
}

/** A big number with a sparkline and its change against the previous period of the same length. */
export class StatTile extends SceneObjectBase<StatTileState> {
  static readonly Component = StatTileRenderer;

  constructor(state: StatTileState) {
    super(state);
    // Scenes starts by itself only what it draws and what is named $data.
    this.addActivationHandler(() => this.state.previous.activate());
  }
}

const riseColours: Record<NonNullable<Figure['rise']>, PercentChangeColorMode> = {
  good: PercentChangeColorMode.Standard,
  bad: PercentChangeColorMode.Inverted,
  neutral: PercentChangeColorMode.SameAsValue,
};

/** The number as it is shown: with unit, colour by threshold, and its change. "No data" where there is none, once that is known. */
export function tileValue(
  figure: Figure,
  now: PanelData,
  then: PanelData | undefined,
  theme: GrafanaTheme2
): DisplayValue {
  const total = figure.total(now.series);
  if (total === undefined) {
    const text = now.state === LoadingState.Loading ? '…' : 'No data';
    return { text, numeric: NaN, color: theme.colors.text.secondary };
  }
  const sent = figure.configRefId ? valueConfig(now.series, figure.configRefId) : undefined;
  const display = getDisplayProcessor({ field: { config: { ...sent, ...figure.config } }, theme })(total);
  const rated = Boolean(sent?.thresholds ?? figure.config?.thresholds);
  const change = figure.rise && changeOf(total, then && figure.total(then.series));
  return {
    ...display,
    color: rated ? display.color : theme.colors.text.primary,
    ...(figure.suffix && { suffix: figure.suffix(now.series) }),
    ...(change !== undefined && { percentChange: change }),
  };
}

function StatTileRenderer({ model }: SceneComponentProps<StatTile>) {
  const theme = useTheme2();
  const { title, description, figure, $data, previous, link } = model.useState();
  const { data } = $data.useState();
  const { data: before } = previous.useState();
  const { ref, width, height } = useElementSize();
  const value = data && tileValue(figure, data, before, theme);
  const sparkline = data && figure.seriesRefId ? sparklineOf(data.series, figure.seriesRefId) : undefined;

  return (
    <PanelChrome
      title={title}
      description={
        figure.rise ? `${description} The change compares with the period of the same length before.` : description
      }
      loadingState={data?.state === LoadingState.Loading ? LoadingState.Loading : undefined}
      statusMessage={data?.errors?.[0]?.message}
      actions={
        link && (
          <TextLink href={link.href} inline={false} variant="bodySmall" color="secondary">
            {link.text}
          </TextLink>
        )
      }
      padding="none"
    >
      <div ref={ref} style={{ width: '100%', height: '100%', overflow: 'hidden' }}>
        {value && data.state !== LoadingState.NotStarted && width > 0 && height > 0 && (
          <BigValue
            theme={theme}
            width={width}
            height={height}
            value={value}
            {...(sparkline && { sparkline })}
            colorMode={BigValueColorMode.Value}
            graphMode={sparkline ? BigValueGraphMode.Area : BigValueGraphMode.None}
            justifyMode={BigValueJustifyMode.Auto}
            textMode={BigValueTextMode.Value}
            text={{ valueSize: 32, percentSize: 14 }}
            // Nothing changed: neither good nor bad.
            percentChangeColorMode={riseColours[value.percentChange === 0 || !figure.rise ? 'neutral' : figure.rise]}
          />
        )}
      </div>
    </PanelChrome>
  );
}
