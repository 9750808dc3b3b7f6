import { dateTime, getDefaultTimeRange, type TimeRange } from '@grafana/data';
import { SceneTimeRangeTransformerBase, type SceneTimeRangeState } from '@grafana/scenes';

/** The period of the same length that ends where `range` begins. */
export function previousOf(range: TimeRange): TimeRange {
  const from = dateTime(range.from.valueOf() - (range.to.valueOf() - range.from.valueOf()));
  const to = dateTime(range.from);
  return { from, to, raw: { from, to } };
}

/** Follows the page's time range, one period behind. Not in the URL, for it follows from what is there. */
export class PreviousPeriod extends SceneTimeRangeTransformerBase<SceneTimeRangeState> {
  constructor() {
    // The real range comes from the page as soon as this is activated.
    super({ from: 'now-2d', to: 'now-1d', value: previousOf(getDefaultTimeRange()) });
  }

  protected override ancestorTimeRangeChanged({ value }: SceneTimeRangeState): void {
    const previous = previousOf(value);
    this.setState({ value: previous, from: previous.from.toISOString(), to: previous.to.toISOString() });
  }
}
