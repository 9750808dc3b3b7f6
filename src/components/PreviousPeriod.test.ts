import { dateTime } from '@grafana/data';
import { SceneFlexLayout, SceneQueryRunner, SceneTimeRange } from '@grafana/scenes';
import { PreviousPeriod, previousOf } from './PreviousPeriod';

const range = (from: string, to: string) => ({ from: dateTime(from), to: dateTime(to), raw: { from, to } });

describe('the previous period', () => {
  it('has the same length and ends where the range begins', () => {
    const { from, to } = previousOf(range('2026-11-23T06:00:00Z', '2026-11-23T08:00:00Z'));
    expect([from.toISOString(), to.toISOString()]).toEqual(['2026-11-23T04:00:00.000Z', '2026-11-23T06:00:00.000Z']);
  });
  it('follows the time range of the page', () => {
    const page = new SceneTimeRange({ from: '2026-11-23T06:00:00.000Z', to: '2026-11-23T08:00:00.000Z' });
    const previous = new PreviousPeriod();
    const runner = new SceneQueryRunner({ queries: [], $timeRange: previous });
    new SceneFlexLayout({ children: [], $timeRange: page, $data: runner });
    const deactivate = previous.activate();
    expect(previous.state.from).toBe('2026-11-23T04:00:00.000Z');
    page.onTimeRangeChange(range('2026-11-23T07:00:00Z', '2026-11-23T08:00:00Z'));
    expect(previous.state.from).toBe('2026-11-23T06:00:00.000Z');
    deactivate();
  });
});
