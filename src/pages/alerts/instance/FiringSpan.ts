import { arrayToDataFrame, DataTopic, LoadingState } from '@grafana/data';
import { SceneDataLayerBase, sceneGraph, type SceneDataLayerProviderState } from '@grafana/scenes';

interface FiringSpanState extends SceneDataLayerProviderState {
  /** Epoch milliseconds. */
  opened: number;
  /** Null: it still fires. */
  resolved: number | null;
  title: string;
}

/** Shades the time in which an alert was open, on every chart below it. Known without asking anybody. */
export class FiringSpan extends SceneDataLayerBase<FiringSpanState> {
  readonly topic = DataTopic.Annotations;

  onEnable(): void {
    // What still fires grows with the time that is shown.
    this.querySub = sceneGraph.getTimeRange(this).subscribeToState(() => this.runLayer());
    this.runLayer();
  }

  onDisable(): void {
    // The subscription is ended by the base.
  }

  protected runLayer(): void {
    const timeRange = sceneGraph.getTimeRange(this).state.value;
    const { opened, resolved, title } = this.state;
    const frame = arrayToDataFrame([
      {
        time: opened,
        timeEnd: resolved ?? timeRange.to.valueOf(),
        isRegion: true,
        title,
        text: resolved === null ? 'Fires since then' : 'Fired',
        color: 'rgba(242, 73, 92, 1)',
        tags: [],
      },
    ]);
    frame.meta = { dataTopic: DataTopic.Annotations };
    this.publishResults({ state: LoadingState.Done, series: [frame], timeRange });
  }
}
